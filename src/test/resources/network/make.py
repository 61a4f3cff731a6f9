"""Makes the captures of this folder: `unshare -n python3 make.py`, as root, on Linux with iproute2 and OpenSSL 3.

A namespace of its own holds a client; a second one is its router. Every error in the captures is the kernel's own,
every handshake that of OpenSSL; only the answers of DNS are written here.
"""
import os
import socket
import ssl
import struct
import subprocess
import sys
import threading
import time

ROUTER_ADDRESS = "192.0.2.254"


def run(command):
    subprocess.run(command, shell=True, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


class Recording:
    """All frames of an interface, in a pcap file."""

    def __init__(self, interface, name):
        self.socket = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(3))
        self.socket.bind((interface, 0))
        self.socket.settimeout(0.2)
        self.loopback = interface == "lo"
        self.file = open(name, "wb")
        self.file.write(struct.pack("<IHHiIII", 0xA1B2C3D4, 2, 4, 0, 0, 65535, 1))
        self.running = True
        self.thread = threading.Thread(target=self.record)

    def record(self):
        while self.running:
            try:
                frame, address = self.socket.recvfrom(65535)
            except TimeoutError:
                continue
            if self.loopback and address[2] == 4:
                continue
            if frame[12:14] not in (b"\x08\x00", b"\x86\xdd"):
                continue
            now = time.time_ns() // 1000
            self.file.write(struct.pack("<IIII", now // 1000000, now % 1000000, len(frame), len(frame)) + frame)

    def __enter__(self):
        self.thread.start()
        time.sleep(0.1)

    def __exit__(self, *_):
        time.sleep(0.4)
        self.running = False
        self.thread.join()
        self.file.close()


def invite(target, size=0):
    padding = "X-Padding: " + "x" * size + "\r\n" if size else ""
    return (
        f"INVITE sip:bob@{target} SIP/2.0\r\n"
        f"Via: SIP/2.0/UDP client.example.com;branch=z9hG4bK{target.replace(':', '')}\r\n"
        "Max-Forwards: 70\r\nFrom: <sip:alice@example.com>;tag=1\r\n"
        f"To: <sip:bob@{target}>\r\nCall-ID: {target.replace(':', '-')}\r\nCSeq: 1 INVITE\r\n"
        f"Contact: <sip:alice@client.example.com>\r\n{padding}Content-Length: 0\r\n\r\n"
    ).encode()


def send(address, port, data, family=socket.AF_INET, options=()):
    with socket.socket(family, socket.SOCK_DGRAM) as udp:
        udp.bind(("::" if family == socket.AF_INET6 else "0.0.0.0", 5062))
        for option in options:
            udp.setsockopt(*option)
        for _ in range(2):
            try:
                udp.sendto(data, (address, port))
            except OSError:
                pass
            time.sleep(0.3)


def icmp():
    with Recording("lo", "icmp-closed-port.pcap"):
        send("127.0.0.1", 5070, invite("127.0.0.1"))
        send("::1", 5070, invite("[::1]"), socket.AF_INET6)
    dont_fragment = [(socket.IPPROTO_IP, 10, 3)]
    short_life = [(socket.IPPROTO_IP, socket.IP_TTL, 1)]
    with Recording("v0", "icmp-routers.pcap"):
        send("198.51.100.1", 5060, invite("198.51.100.1"))
        send("198.51.100.66", 5060, invite("198.51.100.66"))
        send("203.0.113.1", 5060, invite("203.0.113.1"))
        send("203.0.113.9", 5060, invite("203.0.113.9"), options=short_life)
        send("203.0.113.9", 5060, invite("203.0.113.9", 900), options=dont_fragment)
        time.sleep(3)


def connect(address, port, wait):
    with socket.socket() as tcp:
        tcp.settimeout(wait)
        try:
            tcp.connect((address, port))
        except OSError:
            pass


def tcp():
    with Recording("lo", "tcp-refused.pcap"):
        connect("127.0.0.1", 5060, 1)
        connect("127.0.0.1", 5060, 1)
    with Recording("v0", "tcp-unanswered.pcap"):
        connect("192.0.2.9", 5060, 4)
    with Recording("lo", "tcp-reset.pcap"):
        serve_once(5060, lambda peer: (peer.recv(4000), reset(peer)), lambda: talk(5060, invite("127.0.0.1")))
    with Recording("lo", "tcp-closed.pcap"):
        serve_once(5060, lambda peer: (peer.recv(4000), peer.close()), lambda: talk(5060, invite("127.0.0.1")))


def reset(peer):
    peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    peer.close()


def serve_once(port, answer, client):
    listening = socket.socket()
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listening.bind(("127.0.0.1", port))
    listening.listen()

    def serve():
        peer, _ = listening.accept()
        answer(peer)

    thread = threading.Thread(target=serve)
    thread.start()
    client()
    thread.join()
    listening.close()


def talk(port, data):
    with socket.create_connection(("127.0.0.1", port)) as tcp:
        tcp.sendall(data)
        tcp.settimeout(2)
        try:
            tcp.recv(4000)
        except OSError:
            pass


def certificate(name, host, begin, end):
    with open("ca.cnf", "w") as config:
        config.write(
            "[ca]\ndefault_ca=d\n[d]\ndatabase=index.txt\nnew_certs_dir=.\nserial=serial\ndefault_md=sha256\n"
            "policy=p\nunique_subject=no\nx509_extensions=e\n[p]\ncommonName=supplied\n"
            f"[e]\nsubjectAltName=DNS:{host},URI:sip:{host}\n[req]\ndistinguished_name=n\n[n]\n"
        )
    open("index.txt", "w").close()
    with open("serial", "w") as serial:
        serial.write("01\n")
    run(f"openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout {name}.key"
        f" -subj /CN={host} -config ca.cnf -out {name}.csr")
    run(f"openssl ca -batch -selfsign -config ca.cnf -keyfile {name}.key -in {name}.csr -out {name}.pem"
        f" -notext -startdate {begin} -enddate {end}")


def handshake(file, name, asked, server_options="", client_options="", wait=0.5):
    server = subprocess.Popen(
        f"exec openssl s_server -accept 5061 -cert {name}.pem -key {name}.key -quiet {server_options}",
        shell=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(0.5)
    with Recording("lo", file):
        client = subprocess.Popen(
            f"exec openssl s_client -connect 127.0.0.1:5061 -servername {asked} -CAfile {name}.pem {client_options}",
            shell=True, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(wait)
        client.kill()
        client.wait()
    server.kill()
    server.wait()


def tls():
    certificate("good", "sip.example.com", "20200101000000Z", "20991231235959Z")
    certificate("expired", "sip.example.com", "20200101000000Z", "20240101000000Z")
    certificate("early", "sip.example.com", "20900101000000Z", "20991231235959Z")
    check = "-verify_return_error"
    handshake("tls12-good.pcap", "good", "sip.example.com", client_options="-tls1_2 " + check)
    handshake("tls13-good.pcap", "good", "sip.example.com", client_options="-tls1_3 " + check)
    handshake("tls12-expired-refused.pcap", "expired", "sip.example.com", client_options="-tls1_2 " + check)
    handshake("tls12-expired-taken.pcap", "expired", "sip.example.com", client_options="-tls1_2")
    handshake("tls13-expired-refused.pcap", "expired", "sip.example.com", client_options="-tls1_3 " + check)
    handshake("tls12-not-yet-valid.pcap", "early", "sip.example.com", client_options="-tls1_2 " + check)
    handshake("tls12-other-name.pcap", "good", "pbx.example.org", client_options="-tls1_2")
    handshake("tls12-other-name-refused.pcap", "good", "pbx.example.org",
              client_options="-tls1_2 -verify_hostname pbx.example.org " + check)
    handshake("tls-protocol-version.pcap", "good", "sip.example.com", "-tls1_3", "-tls1_2")
    handshake("tls12-client-certificate.pcap", "good", "sip.example.com", "-tls1_2 -Verify 1", "-tls1_2")
    hello = lambda: handshake_with_nobody("sip.example.com")
    with Recording("lo", "tls-unanswered.pcap"):
        serve_once(5061, lambda peer: (peer.recv(4000), time.sleep(1.5), peer.close()), hello)
    with Recording("lo", "tls-to-plain.pcap"):
        serve_once(5060, lambda peer: (peer.recv(4000), peer.sendall(BAD_REQUEST), peer.close()),
                   lambda: handshake_with_nobody("sip.example.com", 5060))
    with Recording("lo", "plain-to-tls.pcap"):
        server = subprocess.Popen(
            "exec openssl s_server -accept 5061 -cert good.pem -key good.key -quiet",
            shell=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(0.5)
        talk(5061, invite("127.0.0.1"))
        server.kill()
        server.wait()


BAD_REQUEST = b"SIP/2.0 400 Bad Request\r\nContent-Length: 0\r\n\r\n"


def handshake_with_nobody(name, port=5061):
    context = ssl.create_default_context()
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=1) as tcp:
            context.wrap_socket(tcp, server_hostname=name)
    except OSError:
        pass


def question(name, kind, number):
    labels = b"".join(bytes([len(label)]) + label.encode() for label in name.split("."))
    return struct.pack(">HHHHHH", number, 0x0100, 1, 0, 0, 0) + labels + b"\0" + struct.pack(">HH", kind, 1)


def answer(asked, code, records=()):
    body = b"".join(b"\xc0\x0c" + struct.pack(">HHIH", kind, 1, 60, len(data)) + data for kind, data in records)
    return asked[:2] + struct.pack(">HHHHH", 0x8180 | code, 1, len(records), 0, 0) + asked[12:] + body


def dns():
    server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    server.bind(("127.0.0.1", 53))
    server.settimeout(0.3)
    client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    client.bind(("127.0.0.1", 40053))
    srv = struct.pack(">HHH", 1, 1, 5060) + b"\x03sip\x07example\x03com\0"
    asks = [
        ("example.com", 35, 0, ()),
        ("_sip._udp.Example.com", 33, 0, [(33, srv)]),
        ("_sips._tcp.example.com", 33, 3, ()),
        ("sip.example.com", 28, 0, ()),
        ("sip.example.com", 1, 0, [(1, bytes([192, 0, 2, 7]))]),
        ("alias.example.com", 1, 0, [(5, b"\x03sip\xc0\x12")]),
        ("gone.example.com", 1, 2, ()),
        ("barred.example.com", 1, 5, ()),
        ("_sip._tcp.example.com", 33, 0, [(33, struct.pack(">HHH", 0, 0, 0) + b"\0")]),
    ]
    with Recording("lo", "dns.pcap"):
        for number, (name, kind, code, records) in enumerate(asks, 1):
            client.sendto(question(name, kind, number), ("127.0.0.1", 53))
            asked, _ = server.recvfrom(512)
            server.sendto(answer(asked, code, records), ("127.0.0.1", 40053))
        for number in (20, 21, 22):
            client.sendto(question("slow.example.com", 1, number), ("127.0.0.1", 53))
            asked, _ = server.recvfrom(512)
            time.sleep(0.6)
        server.sendto(answer(asked, 0, [(1, bytes([192, 0, 2, 8]))]), ("127.0.0.1", 40053))
        for number in (30, 31):
            client.sendto(question("silent.example.com", 1, number), ("127.0.0.1", 53))
            server.recvfrom(512)
            time.sleep(0.2)


def router():
    """The other end of the cable, which passes on, refuses, or knows no way."""
    process = subprocess.Popen(["unshare", "-n", "sleep", "600"])
    time.sleep(0.3)
    run(f"ip link set v1 netns {process.pid}")
    inside = f"nsenter -t {process.pid} -n sh -c "
    run(inside + "'ip link set lo up; ip addr add 192.0.2.254/24 dev v1; ip link set v1 up;"
        " echo 1 > /proc/sys/net/ipv4/ip_forward; echo 0 > /proc/sys/net/ipv4/icmp_ratelimit;"
        " ip route add prohibit 198.51.100.1/32; ip route add unreachable 198.51.100.66/32;"
        " ip link add w0 type veth peer name w1; ip addr add 203.0.113.254/24 dev w0; ip link set w0 mtu 1000;"
        " ip link set w0 up; ip link set w1 up; ip neigh add 203.0.113.9 lladdr 02:00:00:00:00:09 dev w0'")
    return process


if __name__ == "__main__":
    run("ip link set lo up; ip link add v0 type veth peer name v1; ip addr add 192.0.2.1/24 dev v0; ip link set v0 up;"
        " echo 1 > /proc/sys/net/ipv6/conf/v0/disable_ipv6")
    behind = router()
    run(f"ip route add default via {ROUTER_ADDRESS}; ip neigh add 192.0.2.9 lladdr 02:00:00:00:00:01 dev v0")
    time.sleep(1)
    try:
        for part in sys.argv[1:] or ["icmp", "tcp", "tls", "dns"]:
            {"icmp": icmp, "tcp": tcp, "tls": tls, "dns": dns}[part]()
    finally:
        behind.kill()
        for left in os.listdir("."):
            if left.endswith((".key", ".csr", ".cnf", ".pem", ".attr", ".old")) or left.startswith(("index.", "serial")):
                os.remove(left)
