"""An invented year of an invented office: nobody in it exists."""
