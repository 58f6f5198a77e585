Attribute VB_Name = "JusoRibbon"
Option Explicit

' Hands each click on the ribbon to the worker as a file in the user's inbox.
' What users read stands in column B of the sheet "juso": SAY_... is its row.
Private Const SAY_TITLE = 1, SAY_SENT = 2, SAY_STARTING = 3, SAY_NO_BOOK = 4, SAY_NO_WORKER = 5
Private Const SAY_FAILED = 6, SAY_NO_REGISTER = 7, SAY_NO_MEETINGS = 8, SAY_DAY = 9, SAY_VERSION = 10
Private Const KIND_COLUMN = 1, HELD_COLUMN = 3, MOST_MEETINGS = 24, PATIENCE = 20

Private mRequest As String
Private mLooks As Long
Private mCause As String

Public Sub OnAction(control As Object)
    Dim looking As Boolean
    On Error GoTo Failed
    If NoBook() Then
        Say SAY_NO_BOOK, ""
        Exit Sub
    End If
    looking = Len(mRequest) > 0
    If looking Then
        If Len(Dir(mRequest)) > 0 Then
            Application.StatusBar = Said(SAY_STARTING)
            Exit Sub
        End If
    End If
    mRequest = Submit(control.ID, control.Tag)
    mLooks = 0
    mCause = ""
    If Not looking Then LookAgain
    Exit Sub
Failed:
    Say SAY_FAILED, Err.Number & " " & Err.Description
End Sub

Public Sub Rest()
    On Error Resume Next
    If Len(mRequest) = 0 Then Application.StatusBar = False
End Sub

Public Sub Look()
    On Error GoTo Failed
    If Len(mRequest) = 0 Then Exit Sub
    If Len(Dir(mRequest)) = 0 Then
        mRequest = ""
        CallLater "Rest", TimeSerial(0, 3, 0)
        Exit Sub
    End If
    mLooks = mLooks + 1
    If mLooks = 1 Then
        Application.StatusBar = Said(SAY_STARTING)
        mCause = StartWorker()
    End If
    If mLooks < PATIENCE Then
        LookAgain
    Else
        GiveUp mCause
    End If
    Exit Sub
Failed:
    GiveUp Err.Number & " " & Err.Description
End Sub

Public Sub GetMeetings(control As Object, ByRef content As Variant)
    Dim numbers As Object, buttons As String
    On Error Resume Next
    Set numbers = ActiveWorkbook.Names("juso_meetings").RefersToRange
    On Error GoTo Failed
    If numbers Is Nothing Then
        buttons = Button(control.ID & ".0", "", Said(SAY_NO_REGISTER))
    Else
        buttons = NewestFirst(control.ID, numbers.Value, numbers.Offset(0, HELD_COLUMN).Value, _
            numbers.Offset(0, KIND_COLUMN).Value)
        If Len(buttons) = 0 Then buttons = Button(control.ID & ".0", "", Said(SAY_NO_MEETINGS))
    End If
Done:
    content = "<menu xmlns=""http://schemas.microsoft.com/office/2009/07/customui"">" & buttons & "</menu>"
    Exit Sub
Failed:
    buttons = Button(control.ID & ".0", "", Said(SAY_FAILED) & " (" & Err.Number & " " & Err.Description & ")")
    Resume Done
End Sub

Private Function Submit(ByVal id As String, ByVal choice As String) As String
    Static serial As Long
    Dim handle As Long, onlyRead As Long, area As String
    Dim folder As String, stem As String, moment As Date, number As Integer
    folder = Home() & Application.PathSeparator & "inbox"
    On Error Resume Next
    handle = Application.Hwnd
    onlyRead = Abs(ActiveWorkbook.ReadOnly)
    area = Selection.Address
    MkDir Home()
    MkDir folder
    On Error GoTo 0
    serial = serial + 1
    moment = Now
    stem = folder & Application.PathSeparator & Format(moment, "yyyymmdd") & _
        Format(Hour(moment) * 10000& + Minute(moment) * 100 + Second(moment), "000000") & "-" & handle & Format(serial, "000")
    number = FreeFile
    Open stem & ".tmp" For Output As #number
    Print #number, "juso 1"
    Print #number, "id=" & id
    Print #number, "choice=" & Hexed(choice)
    Print #number, "book=" & Hexed(BookPath())
    Print #number, "hwnd=" & handle
    Print #number, "sheet=" & Hexed(ActiveSheet.Name)
    Print #number, "cells=" & area
    Print #number, "readonly=" & onlyRead
    Print #number, "user=" & Hexed(Environ("USERNAME"))
    Print #number, "version=" & Said(SAY_VERSION)
    Close #number
    Application.StatusBar = Said(SAY_SENT)
    Name stem & ".tmp" As stem & ".req"
    Submit = stem & ".req"
End Function

Private Function NoBook() As Boolean
    Dim shielded As Object
    On Error Resume Next
    Set shielded = Application.ActiveProtectedViewWindow
    On Error GoTo 0
    NoBook = ActiveWorkbook Is Nothing Or Not shielded Is Nothing
End Function

Private Function BookPath() As String
    Dim folder As String
    folder = ActiveWorkbook.Path
    If Len(folder) > 0 Then BookPath = folder & IIf(InStr(folder, "://") > 0, "/", Application.PathSeparator) & ActiveWorkbook.Name
End Function

Private Function Home() As String
    Home = Environ("JUSO_HOME")
    If Len(Home) = 0 Then Home = Environ("LOCALAPPDATA") & Application.PathSeparator & "juso"
End Function

Private Function WorkerCommand() As String
    WorkerCommand = Environ("JUSO_WORKER")
    If Len(WorkerCommand) > 0 Then Exit Function
    WorkerCommand = Chr(34) & Home() & "\venv\Scripts\pythonw.exe" & Chr(34) & " -m juso worker"
End Function

Private Function StartWorker() As String
    On Error Resume Next
    Shell WorkerCommand(), vbHide
    If Err.Number <> 0 Then StartWorker = Err.Number & " " & Err.Description
End Function

Private Sub LookAgain()
    CallLater "Look", TimeSerial(0, 0, 1)
End Sub

Private Sub CallLater(ByVal what As String, ByVal wait As Date)
    Application.OnTime Now + wait, "'" & ThisWorkbook.Name & "'!JusoRibbon." & what
End Sub

Private Sub GiveUp(ByVal cause As String)
    Dim gone As Boolean
    On Error Resume Next
    Kill mRequest
    gone = Err.Number <> 0
    On Error GoTo 0
    mRequest = ""
    If Not gone Then Say SAY_NO_WORKER, cause
End Sub

Private Sub Say(ByVal which As Long, ByVal cause As String)
    Dim sentence As String
    Close
    sentence = Said(which)
    If Len(cause) > 0 Then sentence = sentence & " (" & cause & ")"
    Application.StatusBar = sentence
    MsgBox sentence, vbExclamation, Said(SAY_TITLE)
End Sub

Private Function Said(ByVal which As Long) As String
    Said = ThisWorkbook.Worksheets("juso").Cells(which, 2).Value
End Function

Private Function Hexed(ByVal words As String) As String
    Dim i As Long
    For i = 1 To Len(words)
        Hexed = Hexed & Right$("000" & Hex$(AscW(Mid$(words, i, 1)) And &HFFFF&), 4)
    Next i
End Function

Private Function NewestFirst(ByVal id As String, ByVal numbers As Variant, ByVal days As Variant, _
        ByVal kinds As Variant) As String
    Dim order(0 To MOST_MEETINGS) As Long, found As Long, place As Long, i As Long
    For i = 1 To UBound(numbers, 1)
        If Len(numbers(i, 1)) > 0 Then
            If IsDate(days(i, 1)) Then
                days(i, 1) = CDate(days(i, 1))
                kinds(i, 1) = Format(days(i, 1), Said(SAY_DAY)) & ChrW(&H3000) & kinds(i, 1)
            Else
                kinds(i, 1) = days(i, 1) & ChrW(&H3000) & kinds(i, 1)
                days(i, 1) = DateSerial(9999, 12, 31)
            End If
            For place = found To 1 Step -1
                If days(order(place - 1), 1) > days(i, 1) Then Exit For
                order(place) = order(place - 1)
            Next place
            order(place) = i
            If found < MOST_MEETINGS Then found = found + 1
        End If
    Next i
    For place = 0 To found - 1
        i = order(place)
        NewestFirst = NewestFirst & _
            Button(id & "." & (place + 1), numbers(i, 1), numbers(i, 1) & ChrW(&H3000) & kinds(i, 1))
    Next place
End Function

Private Function Button(ByVal id As String, ByVal choice As String, ByVal label As String) As String
    Button = "<button id=" & Quoted(id) & " label=" & Quoted(label)
    Button = Button & IIf(Len(choice) > 0, " tag=" & Quoted(choice) & " onAction=""JusoRibbon.OnAction""", " enabled=""false""") & "/>"
End Function

Private Function Quoted(ByVal words As String) As String
    Quoted = Replace(Replace(Replace(words, "&", "&amp;"), "<", "&lt;"), ">", "&gt;")
    Quoted = Chr(34) & Replace(Quoted, Chr(34), "&quot;") & Chr(34)
End Function
