"""Makes srtp.pcap: three calls with RTP/SAVP in which the caller sends a tone of 400 Hz as PCMU (RFC 3711, RFC 4568).

"with-key" is encrypted, and the key stands in the offer; "no-key" is encrypted with a key that nobody names; "plain" names a key
and sends in the clear all the same. Keys are those of a seed. Needs the package cryptography.
"""
import base64
import hashlib
import hmac
import math
import random
import socket
import struct

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PACKETS = 60
random.seed(3711)
seen = []


def count(key, counter, data):
    stream = Cipher(algorithms.AES(key), modes.CTR(counter.to_bytes(16, "big"))).encryptor()
    return stream.update(data) + stream.finalize()


def derive(key, salt, label, length):
    return count(key, (int.from_bytes(salt, "big") ^ label << 48) << 16, bytes(length))


def protect(master, header, payload):
    key, salt = master[:16], master[16:]
    ssrc, sequence = struct.unpack(">I", header[8:])[0], struct.unpack(">H", header[2:4])[0]
    counter = int.from_bytes(derive(key, salt, 2, 14), "big") << 16 ^ ssrc << 64 ^ sequence << 16
    sent = header + count(derive(key, salt, 0, 16), counter, payload)
    return sent + hmac.new(derive(key, salt, 1, 20), sent + bytes(4), hashlib.sha1).digest()[:10]


def mu_law(sample):
    sign, size = (0x80 if sample < 0 else 0), min(32635, abs(int(sample))) + 132
    exponent = size.bit_length() - 8
    return ~(sign | exponent << 4 | size >> exponent + 3 & 15) & 255


def sends(when, caller, port, data):
    ends = ("192.0.2.1", "192.0.2.2") if caller else ("192.0.2.2", "192.0.2.1")
    udp = struct.pack(">HHHH", port, port, 8 + len(data), 0) + data
    header = struct.pack(">BBHHHBBH4s4s", 0x45, 0, 20 + len(udp), 0, 0x4000, 64, 17, 0, *map(socket.inet_aton, ends))
    seen.append((when, header + udp))


def message(when, caller, first, name, method, port=0, key=""):
    sdp = ""
    if port:
        host = "192.0.2.1" if caller else "192.0.2.2"
        sdp = (f"v=0\r\no=- 1 1 IN IP4 {host}\r\ns=-\r\nc=IN IP4 {host}\r\nt=0 0\r\nm=audio {port} RTP/SAVP 0\r\n"
               f"a=rtpmap:0 PCMU/8000\r\n{key}")
    tag = "" if first.startswith("INVITE") else ";tag=b"
    head = (f"{first}\r\nVia: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK{name}{method}\r\nMax-Forwards: 70\r\n"
            f"From: <sip:alice@example.com>;tag=a\r\nTo: <sip:bob@example.com>{tag}\r\nCall-ID: {name}\r\n"
            f"CSeq: {2 if method == 'BYE' else 1} {method}\r\nContact: <sip:{'alice' if caller else 'bob'}@example.com>\r\n"
            + ("Content-Type: application/sdp\r\n" if sdp else ""))
    sends(when, caller, 5060, f"{head}Content-Length: {len(sdp)}\r\n\r\n{sdp}".encode())


for number, name in enumerate(["with-key", "no-key", "plain"]):
    start, port = 1_795_341_603 + 10 * number, 4000 + 10 * number
    keys = [random.randbytes(30), random.randbytes(30)]
    lines = ["" if name == "no-key"
             else f"a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:{base64.b64encode(key).decode()}\r\n" for key in keys]
    message(start, True, "INVITE sip:bob@example.com SIP/2.0", name, "INVITE", port, lines[0])
    message(start + 1, False, "SIP/2.0 200 OK", name, "INVITE", port, lines[1])
    message(start + 1.01, True, "ACK sip:bob@example.com SIP/2.0", name, "ACK")
    for packet in range(PACKETS):
        header = struct.pack(">BBHII", 0x80, 0, 100 + packet, 160 * packet, 0xCAFE + number)
        tone = bytes(mu_law(12_000 * math.sin(math.tau * 400 * (160 * packet + at) / 8000)) for at in range(160))
        sends(start + 1.02 + 0.02 * packet, True, port, header + tone if name == "plain" else protect(keys[0], header, tone))
    message(start + 4, True, "BYE sip:bob@example.com SIP/2.0", name, "BYE")
    message(start + 4.01, False, "SIP/2.0 200 OK", name, "BYE")

with open("srtp.pcap", "wb") as file:
    file.write(struct.pack("<IHHiIII", 0xA1B2C3D4, 2, 4, 0, 0, 65535, 101))
    for when, data in seen:
        file.write(struct.pack("<IIII", int(when), round(when % 1 * 1e6), len(data), len(data)) + data)
