"""Writes quality-report.pcap: a call in which one side says goodbye by RTCP long before the BYE, the other one measures bad sound,
and tells so by RTCP (RFC 3611) and in a PUBLISH (RFC 6035). Always the same bytes: python3 make.py"""

import random
import struct

ALICE, BOB, COLLECTOR = "192.0.2.1", "192.0.2.2", "192.0.2.9"

REPORT = """VQSessionReport: CallTerm
CallID: call-1
LocalID: Bob <sip:bob@example.com>
RemoteID: <sip:alice@example.com>
OrigID: <sip:alice@example.com>
LocalAddr: IP=192.0.2.2 PORT=6000 SSRC=0x58
RemoteAddr: IP=192.0.2.1 PORT=4000 SSRC=0x4D
LocalMetrics:
Timestamps: START=2026-11-22T10:00:02Z STOP=2026-11-22T10:00:11Z
SessionDesc: PT=18 PD=G729 SR=8000 PPS=50 SSUP=off
JitterBuffer: JBA=3 JBR=0 JBN=40 JBM=80 JBX=200
PacketLoss: NLR=2.0 JDR=8.0
BurstGapLoss: BLD=12.5 BD=120 GLD=0.5 GD=3000 GMIN=16
Delay: RTD=150 ESD=80 SOWD=155 IAJ=12
Signal: SL=-20 NL=-60 RERL=127
QualityEst: RLQ=55 RCQ=48 MOSLQ=2.9 MOSCQ=2.4
RemoteMetrics:
PacketLoss: NLR=0.0 JDR=0.0
QualityEst: MOSLQ=4.2 MOSCQ=127
"""


class Capture:
    def __init__(self):
        self.bytes = bytearray(struct.pack("<IHHiIII", 0xA1B2C3D4, 2, 4, 0, 0, 65535, 1))
        self.now = 1_795_341_600_000_000
        self.random = random.Random(6035)

    def udp(self, source, source_port, target, target_port, payload):
        datagram = struct.pack(">HHHH", source_port, target_port, 8 + len(payload), 0) + payload
        header = struct.pack(">BBHHHBBH", 0x45, 0xB8, 20 + len(datagram), 0, 0, 64, 17, 0)
        addresses = b"".join(bytes(map(int, host.split("."))) for host in (source, target))
        packet = bytes(12) + b"\x08\x00" + header + addresses + datagram
        seconds, micros = divmod(self.now, 1_000_000)
        self.bytes += struct.pack("<IIII", seconds, micros, len(packet), len(packet)) + packet

    def sip(self, source, target, start, cseq, tag="", call="call-1", kind="application/sdp", body="", more=""):
        body = body.replace("\n", "\r\n")
        lines = [
            start,
            f"Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK{cseq.replace(' ', '')}{call}",
            "From: <sip:alice@example.com>;tag=1",
            f"To: <sip:bob@example.com>{tag}",
            f"Call-ID: {call}",
            f"CSeq: {cseq}",
            f"Contact: <sip:phone@{source}>",
            "Max-Forwards: 70",
            *([more] if more else []),
            *([f"Content-Type: {kind}"] if body else []),
            f"Content-Length: {len(body)}",
            "",
            "",
        ]
        self.udp(source, 5060, target, 5060, ("\r\n".join(lines) + body).encode())

    def rtp(self, source, source_port, target, target_port, ssrc, number):
        head = struct.pack(">BBHII", 0x80, 18, number, 160 * number, ssrc)
        self.udp(source, source_port, target, target_port, head + self.random.randbytes(20))


def sdp(host, port):
    return f"v=0\no=- 1 1 IN IP4 {host}\ns=-\nc=IN IP4 {host}\nt=0 0\nm=audio {port} RTP/AVP 18\na=fmtp:18 annexb=no\n"


capture = Capture()
capture.sip(ALICE, BOB, "INVITE sip:bob@example.com SIP/2.0", "1 INVITE", body=sdp(ALICE, 4000))
capture.now += 2_000_000
capture.sip(BOB, ALICE, "SIP/2.0 200 OK", "1 INVITE", ";tag=2", body=sdp(BOB, 6000))
capture.sip(ALICE, BOB, "ACK sip:bob@example.com SIP/2.0", "1 ACK", ";tag=2")
for i in range(450):
    capture.now += 20_000
    if i < 150:
        capture.rtp(ALICE, 4000, BOB, 6000, 77, i)
    if i == 150:
        receiver = struct.pack(">BBHII", 0x81, 201, 7, 88, 77) + struct.pack(">IIIII", 0x03000003, 149, 12, 0, 0)
        metrics = struct.pack(
            ">BBHIBBHI4B4H4B6B3H",
            *(0x80, 207, 10, 88, 7, 0, 8, 77),
            *(5, 20, 32, 2),
            *(120, 3000, 150, 80),
            *(236, 196, 127, 16),
            *(55, 127, 29, 24, 0, 0),
            *(40, 80, 200),
        )
        capture.udp(BOB, 6001, ALICE, 4001, receiver + metrics)
        goodbye = struct.pack(">BBHIB", 0x81, 203, 4, 77, 8) + b"teardown" + bytes(3)
        capture.udp(ALICE, 4001, BOB, 6001, goodbye)
    capture.rtp(BOB, 6000, ALICE, 4000, 88, i)
capture.sip(ALICE, BOB, "BYE sip:bob@example.com SIP/2.0", "2 BYE", ";tag=2")
capture.sip(BOB, ALICE, "SIP/2.0 200 OK", "2 BYE", ";tag=2")
capture.now += 1_000_000
capture.sip(
    BOB,
    COLLECTOR,
    "PUBLISH sip:collector@example.com SIP/2.0",
    "1 PUBLISH",
    call="report-1",
    kind="application/vq-rtcpxr",
    body=REPORT,
    more="Event: vq-rtcpxr",
)
capture.sip(COLLECTOR, BOB, "SIP/2.0 200 OK", "1 PUBLISH", ";tag=7", "report-1")
with open("quality-report.pcap", "wb") as file:
    file.write(capture.bytes)
