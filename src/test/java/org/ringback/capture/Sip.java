package org.ringback.capture;

import java.nio.charset.StandardCharsets;

/** Small SIP messages to put into packets. */
final class Sip {

    private Sip() {}

    static byte[] options(String name) {
        return request("OPTIONS", name, "");
    }

    static byte[] request(String method, String name, String body) {
        return bytes(method + " sip:" + name + "@example.com SIP/2.0\r\n" + headers(name, method, body));
    }

    /** An INVITE with one more header behind all that say to what it belongs. */
    static byte[] withHeader(String name, String header) {
        return bytes(text(request("INVITE", name, "")).replace("Content-Length", header + "\r\nContent-Length"));
    }

    static byte[] ok(String name) {
        return bytes("SIP/2.0 200 OK\r\n" + headers(name, "OPTIONS", ""));
    }

    private static String headers(String name, String method, String body) {
        return "Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK-" + name + "\r\n"
                + "From: <sip:a@example.com>;tag=1\r\nTo: <sip:b@example.com>\r\nCall-ID: " + name + "\r\nCSeq: 1 "
                + method
                + "\r\n" + (body.isEmpty() ? "" : "Content-Type: text/plain\r\n") + "Content-Length: "
                + bytes(body).length + "\r\n\r\n" + body;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
