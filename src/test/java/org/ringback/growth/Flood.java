package org.ringback.growth;

import static org.ringback.growth.Packets.AUDIO;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ringback.growth.Packets.Said;

/** One kind of thing of which somebody may put any number into a file. */
@SuppressWarnings("ImmutableEnumChecker")
public enum Flood {
    PHONES_THAT_RING(true, 300, (n, to) -> {
        to.asks("INVITE", Said.FIRST.body(AUDIO));
        each(n, i -> to.answers(180, "INVITE", Said.FIRST.to(i)));
    }),
    PHONES_THAT_ANSWER(true, 1200, (n, to) -> {
        to.asks("INVITE", Said.FIRST.body(AUDIO));
        each(n, i -> to.answers(200, "INVITE", Said.FIRST.to(i).more("Session-Expires: 90")));
        each(n, i -> to.asks("ACK", Said.FIRST.to(i).branch("a" + i)));
        each(n, i -> to.asks("BYE", Said.FIRST.to(i).branch("b" + i).number(2)));
    }),
    PHONES_THAT_ANSWER_UNHEARD(true, 1200, (n, to) -> {
        to.asks("INVITE", Said.FIRST.body(AUDIO));
        each(n, i -> to.answers(200, "INVITE", Said.FIRST.to(i).more("Session-Expires: 90")));
        each(n, i -> to.asks("INVITE", Said.FIRST.body(AUDIO)));
    }),
    LEGS_THAT_NAME_ONE(false, 600, (n, to) -> each(n, i -> leg(to, i, i == 0 ? "" : "X-CID: c0"))),
    LEGS_IN_A_CHAIN(false, 600, (n, to) -> each(n, i -> leg(to, i, "X-CID: c" + (i - 1)))),
    LEGS_IN_A_RING(
            false,
            600,
            (n, to) -> each(n, i -> leg(to, i, "X-CID: c" + (i + 1) % n + "\r\nX-Call-ID: c" + (i + n - 1) % n))),
    LEGS_OF_ONE_SESSION(
            false, 300, (n, to) -> each(n, i -> leg(to, i, "Session-ID: ab30317f1a784dc48ff824d0d3715d86"))),
    LEGS_THAT_NAME_A_LONG_ONE(false, 300, (n, to) -> {
        each(n, i -> leg(to, 0, ""));
        each(n, i -> leg(to, i + 1, "X-CID: c0"));
    }),
    CALLS_ALIKE(
            false,
            200,
            (n, to) -> each(n, i -> {
                to.asks("INVITE", Said.FIRST.call(i).branch(i).body(AUDIO));
                to.answers(503, "INVITE", Said.FIRST.call(i).branch(i).to("t"));
            })),
    REFUSALS(
            true,
            300,
            (n, to) -> each(n, i -> {
                to.asks("INVITE", Said.FIRST.branch(i).number(i + 1));
                to.answers(
                        503,
                        "INVITE",
                        Said.FIRST.branch(i).number(i + 1).to("t").more("Retry-After: 5"));
            })),
    LOGINS(
            true,
            300,
            (n, to) -> each(n, i -> {
                String nonce = "realm=\"r\",nonce=\"n";
                to.asks(
                        "REGISTER",
                        Said.FIRST
                                .branch(i)
                                .number(i + 1)
                                .more("Authorization: Digest username=\"a\"," + nonce + (i - 1)
                                        + "\",uri=\"sip:x\",response=\"00\""));
                to.answers(
                        401,
                        "REGISTER",
                        Said.FIRST
                                .branch(i)
                                .number(i + 1)
                                .to("t")
                                .more("WWW-Authenticate: Digest " + nonce + i + "\""));
            })),
    REGISTRATIONS_OF_ONE(
            false,
            200,
            (n, to) -> each(n, i -> {
                to.asks("REGISTER", Said.FIRST.call(i).branch(i).more("Contact: <sip:alice@192.0.2.1>\r\nExpires: 60"));
                to.answers(
                        200,
                        "REGISTER",
                        Said.FIRST.call(i).branch(i).to("t").more("Contact: <sip:alice@192.0.2.1>;expires=60"));
            })),
    REQUESTS_INSIDE(true, 300, (n, to) -> {
        to.asks("INVITE", Said.FIRST.body(AUDIO))
                .answers(200, "INVITE", Said.FIRST.to("t").body(AUDIO));
        List<String> methods = List.of("INFO", "CANCEL", "BYE", "UPDATE", "NOTIFY", "PRACK", "REFER");
        each(n, i -> {
            String method = methods.get(i % methods.size());
            to.asks(method, Said.FIRST.to("t").branch(i + 2).number(i + 2));
            to.answers(
                    i % 2 == 0 ? 500 : 481,
                    method,
                    Said.FIRST.to("t").branch(i + 2).number(i + 2));
        });
    }),
    OFFERS(
            true,
            1200,
            (n, to) -> each(n, i -> {
                Said said = Said.FIRST.branch(i).number(i + 1).to(i == 0 ? "" : "t");
                to.asks("INVITE", said.body(AUDIO))
                        .answers(200, "INVITE", said.to("t").more("Session-Expires: 90"));
                to.asks("ACK", said.to("t").branch("a" + i));
            })),
    REPEATED_REQUESTS(true, 300, (n, to) -> each(n, i -> to.asks("INVITE", Said.FIRST))),
    REQUESTS_ON_ONE_BRANCH(true, 300, (n, to) -> {
        each(n, i -> to.asks("OPTIONS", Said.FIRST.number(i)));
        each(n, i -> to.answers(200, "OPTIONS", Said.FIRST.number(n - i).to("t")));
    }),
    HOPS(true, 300, (n, to) -> {
        each(n, i -> to.asks("INVITE", Said.FIRST.branch(i), host(i), host(i + 1)));
        each(n, i -> to.answers(503, "INVITE", Said.FIRST.branch(n - i - 1).to("t"), host(n - i), host(n - i - 1)));
    }),
    TWO_SIDES_OF_EACH_HOST(
            true,
            300,
            (n, to) -> each(n, i -> {
                to.asks("INVITE", Said.FIRST.branch(i), host(i), Packets.BOB);
                to.asks("INVITE", Said.FIRST.branch(i), host(i + 1), Packets.BOB);
            })),
    CANCELS(
            true,
            300,
            (n, to) -> each(n, i -> {
                to.asks("INVITE", Said.FIRST.branch("i" + i).number(i));
                to.asks("CANCEL", Said.FIRST.branch("c" + i).number(i));
            })),
    DIALOGS_WITHOUT_BEGINNING(
            true,
            300,
            (n, to) ->
                    each(n, i -> to.asks("BYE", Said.FIRST.from("f" + i).to(i).branch(i)))),
    CODECS(
            false,
            500,
            (n, to) -> offer(
                    to,
                    AUDIO.strip() + " " + joined(n, i -> i + "", " ") + "\r\n"
                            + joined(n, i -> "a=rtpmap:" + i + " C" + i + "/8000\r\n", ""))),
    STREAMS(false, 500, (n, to) -> offer(to, AUDIO + joined(n, i -> "m=audio " + (i + 1) + " RTP/AVP 0\r\n", ""))),
    ATTRIBUTES(false, 500, (n, to) -> offer(to, AUDIO + joined(n, i -> "a=x" + i + ":1\r\n", ""))),
    PROXIES(false, 500, (n, to) -> header(to, joined(n, i -> "Via: SIP/2.0/UDP h" + i, "\r\n"))),
    CONTACTS(false, 500, (n, to) -> header(to, "Contact: " + joined(n, i -> "<sip:u" + i + "@h>;expires=6", ","))),
    PARAMETERS(false, 1000, (n, to) -> header(to, "Contact: <sip:u@h>" + joined(n, i -> ";p" + i + "=1", ""))),
    REASONS(false, 2000, (n, to) -> header(to, "Reason: " + "Q.850;".repeat(n))),
    QUOTES(false, 2000, (n, to) -> header(to, "Warning: 399 h \"" + "\\\"".repeat(n))),
    QUOTES_IN_NAMES(
            false, 2000, (n, to) -> header(to, "Contact: \"" + "\\\"".repeat(n) + "\r\nVia: \"" + "\\\"".repeat(n))),
    BRACKETS(
            false,
            2000,
            (n, to) -> header(
                    to, "Contact: " + "<".repeat(n) + "\r\nVia: " + "<".repeat(n) + "\r\nWarning: " + "<".repeat(n))),
    COMMAS(
            false,
            2000,
            (n, to) -> header(
                    to,
                    "Contact: " + ",".repeat(n) + "\r\nWWW-Authenticate: " + ", Digest".repeat(n / 2)
                            + "\r\nRecord-Route: " + "<a>,".repeat(n / 4))),
    LETTERS(
            false,
            2000,
            (n, to) -> header(
                    to,
                    "Contact: sip:" + "a".repeat(n) + "\r\nUser-Agent: " + "a-".repeat(n) + "\r\nReason: Q.850"
                            + "x".repeat(n))),
    DOTS(
            false,
            2000,
            (n, to) -> header(
                    to,
                    "Contact: <sip:" + "a.".repeat(n) + ">\r\nServer: " + "1.".repeat(n) + "\r\nIdentity: "
                            + ".".repeat(n))),
    BLANKS(false, 2000, (n, to) -> header(to, "Reason: a" + " ".repeat(n) + "b\r\n c" + " ".repeat(n) + "\r\n d")),
    SEMICOLONS(
            false, 2000, (n, to) -> header(to, "Identity: " + "; ".repeat(n) + "\u2028x\r\nReason: " + ";".repeat(n)));

    private final boolean oneLong;
    private final int many;
    private final BiConsumer<Integer, Packets> writing;

    Flood(boolean oneLong, int many, BiConsumer<Integer, Packets> writing) {
        this.oneLong = oneLong;
        this.many = many;
        this.writing = writing;
    }

    /** Whether it makes one long call, of which rules look at the beginning only. */
    boolean oneLong() {
        return oneLong;
    }

    /** Beyond this number nothing may cost more than it weighs. */
    public int many() {
        return many;
    }

    void write(int number, Packets to) {
        writing.accept(number, to);
    }

    private interface Writing {
        void write(int i);
    }

    private interface Text {
        String of(int i);
    }

    private static void each(int n, Writing one) {
        for (int i = 0; i < n; i++) {
            one.write(i);
        }
    }

    private static String joined(int n, Text text, String separator) {
        return IntStream.range(0, n).mapToObj(text::of).collect(Collectors.joining(separator));
    }

    private static String host(int i) {
        return "10." + (i >> 16 & 255) + "." + (i >> 8 & 255) + "." + (i & 255);
    }

    private static void leg(Packets to, int call, String names) {
        Said said = Said.FIRST.call(call).branch(to.all().size() / 2).more(names.isEmpty() ? "X: 1" : names);
        to.asks("INVITE", said, host(call), host(call + 1));
        to.answers(503, "INVITE", said.to("t"), host(call + 1), host(call));
    }

    private static void offer(Packets to, String sdp) {
        to.asks("INVITE", Said.FIRST.body(sdp))
                .answers(488, "INVITE", Said.FIRST.to("t").body(sdp));
    }

    private static void header(Packets to, String line) {
        to.asks("INVITE", Said.FIRST.more(line))
                .answers(183, "INVITE", Said.FIRST.to("t").more(line));
        to.asks("CANCEL", Said.FIRST.more(line))
                .answers(487, "INVITE", Said.FIRST.to("t").more(line));
        to.asks("REGISTER", Said.FIRST.call("r").branch("r").more(line));
        to.answers(401, "REGISTER", Said.FIRST.call("r").branch("r").to("t").more(line));
    }
}
