package org.ringback.capture.wrap;

import java.util.List;
import java.util.Locale;

/**
 * The names that databases, search engines and collectors of logs give to what they say about a message: without marks, in
 * lower case.
 */
final class FieldNames {

    static final List<String> TEXTS = List.of(
            "log",
            "message",
            "msg",
            "line",
            "text",
            "textpayload",
            "content",
            "raw",
            "rawmessage",
            "payload",
            "rawpayload",
            "body",
            "event",
            "eventoriginal",
            "original",
            "data",
            "shortmessage",
            "fullmessage",
            "syslogmessage",
            "logmessage",
            "sipmessage",
            "sipmsg",
            "sip",
            "msgbody",
            "packet",
            "description",
            "comment",
            "comments",
            "notes",
            "worknotes",
            "additionalcomments",
            "details",
            "logs",
            "trace",
            "siptrace",
            "output",
            "@message");

    static final List<String> TIMES = List.of(
            "time",
            "timestamp",
            "ts",
            "@timestamp",
            "microts",
            "date",
            "createdate",
            "datetime",
            "timeiso8601",
            "eventtime",
            "logtime",
            "asctime",
            "timedate",
            "rts",
            "captured",
            "createts",
            "realtimetimestamp",
            "timereported",
            "timegenerated",
            "timecreated",
            "millis",
            "timemillis",
            "at",
            "when",
            "systemtime",
            "created",
            "createdat",
            "loggedat",
            "timegenerated[utc]",
            "timens",
            "timeunixnano",
            "messagetime",
            "tsns",
            "ts$date",
            "timestamp$date",
            "$date",
            "t",
            "receivetimestamp",
            "ingestiontime",
            "frametimeepoch",
            "epoch",
            "epochtime",
            "unixtime",
            "unixtimestamp",
            "frametimeutc",
            "frametime");

    static final List<String> SECONDS = List.of("timeseconds", "timesec", "tvsec", "tsec");
    static final List<String> MICROSECONDS = List.of("timeuseconds", "timeusec", "tvusec", "tmsec");

    static final List<String> SOURCES = List.of(
            "srcip",
            "sourceip",
            "srcaddr",
            "saddr",
            "ipsaddr",
            "src",
            "fromip",
            "ipsrc",
            "sourceaddress",
            "networkclientip",
            "clientip",
            "remoteip",
            "source",
            "from",
            "sender",
            "srchost",
            "aliassrc",
            "fromaddress",
            "fromhost",
            "sourcehost",
            "srcaddress",
            "ipv6src",
            "fromaddr",
            "sourceaddr",
            "srcendpoint",
            "sourceendpoint");

    /** Other things than addresses have these names too. */
    static final List<String> LOOSE_SOURCES = List.of("source", "from");

    static final List<String> DESTINATIONS = List.of(
            "dstip",
            "destinationip",
            "dstaddr",
            "daddr",
            "ipdaddr",
            "dst",
            "toip",
            "ipdst",
            "destip",
            "destinationaddress",
            "networkdestinationip",
            "serverip",
            "localip",
            "destination",
            "dest",
            "to",
            "target",
            "receiver",
            "dsthost",
            "aliasdst",
            "toaddress",
            "tohost",
            "destinationhost",
            "dstaddress",
            "ipv6dst",
            "toaddr",
            "destinationaddr",
            "destaddr",
            "dstendpoint",
            "destinationendpoint");

    static final List<String> SOURCE_PORTS = List.of(
            "srcport",
            "sourceport",
            "fromport",
            "sport",
            "networkclientport",
            "clientport",
            "udpsrcport",
            "tcpsrcport",
            "spt");
    static final List<String> DESTINATION_PORTS = List.of(
            "dstport",
            "destinationport",
            "toport",
            "dport",
            "destport",
            "networkdestinationport",
            "serverport",
            "udpdstport",
            "tcpdstport",
            "dpt");
    static final List<String> TRANSPORTS =
            List.of("transport", "protocol", "proto", "ipproto", "fromproto", "toproto", "networktransport");

    /** Whether a field has this name if it says where a message came from or went. */
    static boolean isPlace(String name) {
        String normal = normal(name);
        return SOURCES.contains(normal) || DESTINATIONS.contains(normal) || REMOTES.contains(normal);
    }

    /** The other side, where a field of its own says whether a message was sent or received. */
    static final List<String> REMOTES =
            List.of("remoteip", "remoteaddress", "remoteaddr", "remote", "peerip", "peeraddress", "peer", "remotehost");

    static final List<String> REMOTE_PORTS = List.of("remoteport", "peerport");
    static final List<String> LOCALS = List.of("localip", "localaddress", "localaddr", "local", "ownip");
    static final List<String> LOCAL_PORTS = List.of("localport", "ownport");
    static final List<String> DIRECTIONS = List.of("direction", "dir", "inout", "way", "type");
    static final List<String> SENT = List.of("sent", "send", "out", "outbound", "outgoing", "tx", "egress", "snd");
    static final List<String> RECEIVED =
            List.of("received", "receive", "recv", "in", "inbound", "incoming", "rx", "ingress", "rcv", "rcvd");

    /** Words that are about a message and never about a call. */
    static final List<String> OF_MESSAGES =
            List.of("sent", "send", "tx", "snd", "received", "receive", "recv", "rx", "rcv", "rcvd");

    private FieldNames() {}

    static String normal(String name) {
        return name.replace("_", "")
                .replace("-", "")
                .replace(".", "")
                .replace(" ", "")
                .toLowerCase(Locale.ROOT);
    }

    /** Whether a field has this name if it holds messages or lines of a log. */
    static boolean isText(String name) {
        return TEXTS.contains(normal(name));
    }

    /** Whether a field has this name if it says when a message was seen, or where. */
    static boolean isTimeOrPlace(String name) {
        String normal = normal(name);
        return TIMES.contains(normal)
                || SECONDS.contains(normal)
                || SOURCES.contains(normal)
                || DESTINATIONS.contains(normal)
                || SOURCE_PORTS.contains(normal)
                || DESTINATION_PORTS.contains(normal);
    }
}
