"""Makes dtls12.pcap: a handshake of DTLS 1.2 between OpenSSL and itself, over a relay that writes each datagram down.

Made once on Linux with OpenSSL 3.0; the certificate's fingerprint is what `openssl x509 -fingerprint -sha256` printed and stands
in SetupTest. The key is thrown away.
"""
import socket
import struct
import subprocess
import threading
import time

subprocess.run("openssl req -x509 -newkey rsa:2048 -nodes -keyout k.pem -out c.pem -days 3650 -subj /CN=media.example.com",
               shell=True, check=True)
print(subprocess.check_output("openssl x509 -in c.pem -noout -fingerprint -sha256", shell=True).decode())

server = subprocess.Popen(["openssl", "s_server", "-dtls1_2", "-port", "6000", "-cert", "c.pem", "-key", "k.pem",
                           "-mtu", "600", "-quiet"], stdin=subprocess.PIPE)
time.sleep(1)
front = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
front.bind(("127.0.0.1", 4000))
back = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
back.connect(("127.0.0.1", 6000))
peer = []
seen = []


def there():
    while True:
        data, address = front.recvfrom(65536)
        peer[:] = [address]
        seen.append((time.time(), True, data))
        back.send(data)


def again():
    while True:
        data = back.recv(65536)
        seen.append((time.time(), False, data))
        front.sendto(data, peer[0])


for way in there, again:
    threading.Thread(target=way, daemon=True).start()
subprocess.run(["openssl", "s_client", "-dtls1_2", "-connect", "127.0.0.1:4000", "-mtu", "600"], input=b"Q\n", timeout=10)
time.sleep(0.5)
server.kill()


def packet(source, destination, source_port, destination_port, data):
    udp = struct.pack(">HHHH", source_port, destination_port, 8 + len(data), 0) + data
    header = struct.pack(">BBHHHBBH4s4s", 0x45, 0, 20 + len(udp), 0, 0x4000, 64, 17, 0,
                         socket.inet_aton(source), socket.inet_aton(destination))
    return header + udp


with open("dtls12.pcap", "wb") as file:
    file.write(struct.pack("<IHHiIII", 0xA1B2C3D4, 2, 4, 0, 0, 65535, 101))
    for when, client, data in seen:
        at = 1795341603 + when - seen[0][0]
        ends = ("198.51.100.2", "198.51.100.1", 6000, 4000) if client else ("198.51.100.1", "198.51.100.2", 4000, 6000)
        bytes_of = packet(*ends, data)
        file.write(struct.pack("<IIII", int(at), int(at % 1 * 1e6), len(bytes_of), len(bytes_of)) + bytes_of)
