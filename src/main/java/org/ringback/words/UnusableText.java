package org.ringback.words;

import org.ringback.capture.wire.Unusable;
import org.ringback.language.NamedKey;
import org.ringback.language.Texts;
import org.ringback.sip.Printable;

/** What could not be used of a file, in a sentence each: the file, the detail, the packet or line. */
public enum UnusableText implements NamedKey {
    TRUNCATED_FILE("calls.command"),
    UNSUPPORTED_FILE("calls.command"),
    NOT_A_CAPTURE("calls.command"),
    EMPTY_FILE("calls.command"),
    UNREADABLE_FILE("calls.command"),
    LOST_LINE_ENDS("calls.command"),
    NO_SIP("calls.command"),
    ENCRYPTED("unusable"),
    NO_SUCH_FILE("unusable"),
    ACCESS_DENIED("unusable"),
    FOLDER("unusable"),
    ODD_NAME("unusable"),
    SOCKET("unusable"),
    DEVICE("unusable"),
    NOTHING_UNPACKED("unusable"),
    PACKED("unusable"),
    SEVERAL_PACKED("unusable"),
    GONE("unusable"),
    REPLACED("unusable"),
    SHORTER("unusable"),
    LONGER("unusable"),
    OVERWRITTEN("unusable"),
    SAME_FILE("unusable"),
    NO_SCRATCH_FILE("unusable"),
    FULL_DISK("unusable"),
    UNKNOWN_LINK_TYPE("unusable"),
    DAMAGED_RECORD("unusable"),
    DAMAGED_TIME("unusable"),
    DAMAGED_FILE("calls.command"),
    CUT_PACKET("unusable"),
    MISSING_FRAGMENTS("unusable"),
    LOST_SEGMENTS("unusable"),
    SKIPPED_BYTES("unusable"),
    UNFINISHED_MESSAGE("unusable"),
    BROKEN_OFF("unusable"),
    BROKEN_OFF_IN_LOG("unusable"),
    OUT_OF_MEMORY("unusable"),
    LOST_START_LINE("unusable"),
    UNCLEAR_ZONE("unusable"),
    QUOTED_MESSAGE("unusable"),
    SILENT_ASTERISK("unusable"),
    SILENT_FREESWITCH("unusable"),
    SILENT_PROXY("unusable"),
    SILENT_SNGREP("unusable"),
    SILENT_LIST("unusable"),
    SILENT_JSSIP("unusable"),
    SILENT_CISCO("unusable"),
    SILENT_PJSUA("unusable"),
    SILENT_JANUS("unusable"),
    SILENT_ONE_LINERS("unusable"),
    LEFT_OUT("unusable"),
    LOCKED("unusable"),
    DAMAGED_ARCHIVE("unusable"),
    FLOOD_STREAMS("unusable"),
    FLOOD_FLOWS("unusable"),
    FLOOD_CHECKS("unusable"),
    FLOOD_HANDSHAKES("unusable"),
    FLOOD_REPORTERS("unusable"),
    FLOOD_EVENTS("unusable"),
    LIMIT("unusable");

    private final String group;

    UnusableText(String group) {
        this.group = group;
    }

    /** Says what could not be used and why. */
    public static String of(Unusable part, String file, Texts texts) {
        if (part.reason() == Unusable.Reason.FLOOD) {
            String[] detail = part.detail().split(" ", 3);
            return texts.get(
                    key(part),
                    Printable.of(file),
                    texts.numbers().count(Long.parseLong(detail[1])),
                    texts.numbers().count(Long.parseLong(detail[2])));
        }
        return texts.get(key(part), Printable.of(file), Printable.of(part.detail()), Long.toString(part.frame()));
    }

    private static UnusableText key(Unusable part) {
        return switch (part.reason()) {
            case TRUNCATED_FILE -> TRUNCATED_FILE;
            case UNSUPPORTED_FILE -> unsupported(part.detail());
            case NOT_A_CAPTURE -> NOT_A_CAPTURE;
            case EMPTY_FILE -> EMPTY_FILE;
            case UNREADABLE_FILE -> unreadable(part.detail());
            case LOST_LINE_ENDS -> LOST_LINE_ENDS;
            case SILENT_LOG -> silent(part.detail());
            case LOST_START_LINE -> LOST_START_LINE;
            case UNCLEAR_ZONE -> UNCLEAR_ZONE;
            case QUOTED_MESSAGE -> QUOTED_MESSAGE;
            case NO_SIP -> NO_SIP;
            case ENCRYPTED -> ENCRYPTED;
            case CHANGED_FILE -> changed(part.detail());
            case SAME_FILE -> SAME_FILE;
            case NO_SCRATCH_FILE -> NO_SCRATCH_FILE;
            case FULL_DISK -> FULL_DISK;
            case UNKNOWN_LINK_TYPE -> UNKNOWN_LINK_TYPE;
            case DAMAGED_RECORD -> DAMAGED_RECORD;
            case DAMAGED_TIME -> DAMAGED_TIME;
            case DAMAGED_FILE -> DAMAGED_FILE;
            case CUT_PACKET -> CUT_PACKET;
            case MISSING_FRAGMENTS -> MISSING_FRAGMENTS;
            case LOST_SEGMENTS -> LOST_SEGMENTS;
            case SKIPPED_BYTES -> SKIPPED_BYTES;
            case UNFINISHED_MESSAGE -> UNFINISHED_MESSAGE;
            case BROKEN_OFF -> part.detail().isEmpty() ? BROKEN_OFF : BROKEN_OFF_IN_LOG;
            case OUT_OF_MEMORY -> OUT_OF_MEMORY;
            case LEFT_OUT -> LEFT_OUT;
            case FLOOD -> flood(part.detail());
            case LIMIT -> LIMIT;
        };
    }

    /** What there was too much of. */
    private static UnusableText flood(String detail) {
        return switch (detail.split(" ", 2)[0]) {
            case "streams" -> FLOOD_STREAMS;
            case "flows" -> FLOOD_FLOWS;
            case "checks" -> FLOOD_CHECKS;
            case "handshakes" -> FLOOD_HANDSHAKES;
            case "reporters" -> FLOOD_REPORTERS;
            default -> FLOOD_EVENTS;
        };
    }

    /** How to switch the messages on there. */
    private static UnusableText silent(String product) {
        return switch (product) {
            case "asterisk" -> SILENT_ASTERISK;
            case "freeswitch" -> SILENT_FREESWITCH;
            case "kamailio", "opensips" -> SILENT_PROXY;
            case "sngrep" -> SILENT_SNGREP;
            case "tshark", "tcpdump" -> SILENT_LIST;
            case "jssip" -> SILENT_JSSIP;
            case "cisco" -> SILENT_CISCO;
            case "pjsua" -> SILENT_PJSUA;
            case "janus" -> SILENT_JANUS;
            default -> SILENT_ONE_LINERS;
        };
    }

    /** Other programs turn some into captures; some only hold one. */
    private static UnusableText unsupported(String kind) {
        return switch (kind) {
            case "xz", "zstd", "lz4", "bzip2", "7z", "rar", "compress" -> PACKED;
            case "zip" -> SEVERAL_PACKED;
            default -> UNSUPPORTED_FILE;
        };
    }

    private static UnusableText unreadable(String detail) {
        return switch (detail) {
            case "no such file" -> NO_SUCH_FILE;
            case "access denied" -> ACCESS_DENIED;
            case "directory" -> FOLDER;
            case "odd name" -> ODD_NAME;
            case "socket" -> SOCKET;
            case "device" -> DEVICE;
            case "gzip" -> NOTHING_UNPACKED;
            case "locked" -> LOCKED;
            case "archive" -> DAMAGED_ARCHIVE;
            default -> UNREADABLE_FILE;
        };
    }

    private static UnusableText changed(String detail) {
        return switch (detail) {
            case "gone" -> GONE;
            case "replaced" -> REPLACED;
            case "shorter" -> SHORTER;
            case "longer" -> LONGER;
            default -> OVERWRITTEN;
        };
    }

    @Override
    public String group() {
        return group;
    }
}
