package org.ringback.pseudonym;

import java.util.Locale;
import java.util.Set;

/** What tells nothing about anybody and stays. */
final class Plain {

    /** Who does not want to be named, or cannot (RFC 3323, RFC 3325). */
    private static final Set<String> NOBODY =
            Set.of("anonymous", "unknown", "unavailable", "restricted", "private", "asserted", "invalid");

    /** Emergency numbers, which explain how a call is routed. */
    private static final Set<String> EMERGENCY = Set.of(
            "000", "15", "17", "18", "101", "102", "103", "104", "110", "111", "112", "113", "115", "118", "119", "120",
            "122", "123", "133", "144", "190", "192", "193", "911", "933", "988", "995", "997", "998", "999");

    /** Words of the protocol, of products and of service names; as a user they are replaced, within a text they stay. */
    private static final Set<String> WORDS = Set.of(
            "sip",
            "sips",
            "tel",
            "udp",
            "tcp",
            "tls",
            "sctp",
            "wss",
            "invite",
            "ack",
            "bye",
            "cancel",
            "options",
            "register",
            "subscribe",
            "notify",
            "publish",
            "info",
            "refer",
            "message",
            "update",
            "prack",
            "user",
            "phone",
            "server",
            "agent",
            "call",
            "caller",
            "callee",
            "proxy",
            "gateway",
            "gw",
            "pbx",
            "sbc",
            "service",
            "test",
            "audio",
            "video",
            "normal",
            "clearing",
            "busy",
            "here",
            "found",
            "not",
            "trying",
            "ringing",
            "session",
            "progress",
            "answer",
            "request",
            "response",
            "timeout",
            "terminated",
            "temporarily",
            "asterisk",
            "freeswitch",
            "kamailio",
            "opensips",
            "ser",
            "pjsip",
            "pjsua",
            "baresip",
            "sipp",
            "linphone",
            "sofia",
            "cisco",
            "polycom",
            "yealink",
            "snom",
            "grandstream",
            "avaya",
            "mitel",
            "audiocodes",
            "oracle",
            "sonus",
            "ribbon",
            "root",
            "admin",
            "default",
            "example",
            "local",
            "localhost",
            "media",
            "data",
            "voice",
            "true",
            "false",
            "yes",
            "none",
            "from",
            "with",
            "and",
            "for",
            "the",
            "cause",
            "text",
            "host",
            "port",
            "digest",
            "realm",
            "auth",
            "trunk",
            "peer",
            "client",
            "to",
            "is",
            "no",
            "of",
            "in",
            "on",
            "at",
            "or",
            "an",
            "my",
            "up",
            "by",
            "if",
            "as");

    private static final Set<String> SERVICE_LABELS =
            Set.of("sip", "sips", "_sip", "_sips", "_udp", "_tcp", "_tls", "_sctp", "www", "ims");

    private Plain() {}

    static boolean nobody(String name) {
        return NOBODY.contains(name.toLowerCase(Locale.ROOT));
    }

    static boolean emergency(String digits) {
        return EMERGENCY.contains(digits);
    }

    static boolean word(String word) {
        return WORDS.contains(word.toLowerCase(Locale.ROOT)) || nobody(word);
    }

    static boolean serviceLabel(String label) {
        return SERVICE_LABELS.contains(label);
    }

    /** Names that no host has (RFC 6761), so that they say something about the message. */
    static boolean host(String lower) {
        return lower.equals("localhost") || lower.equals("invalid") || lower.endsWith(".invalid");
    }
}
