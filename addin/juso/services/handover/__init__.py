"""引継ぎパック: what a leaving worker has in hand, written down for a successor."""

from juso.services.handover.model import HandoverPack
from juso.services.handover.pack import handover, handover_sentence

__all__ = ["HandoverPack", "handover", "handover_sentence"]
