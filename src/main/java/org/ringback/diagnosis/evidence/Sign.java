package org.ringback.diagnosis.evidence;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ringback.call.CallKind;
import org.ringback.call.Message;
import org.ringback.call.Transaction;

/**
 * What the heads of a call's messages show at a glance. Most rules look for what healthy calls do not have, and say so by
 * {@link Needs}: then nobody asks them about these. A sign may be there too often, but never be missing.
 */
public enum Sign {
    /** It is a call: neither a registration nor a subscription nor another request. */
    CALL,
    REGISTRATION,
    SUBSCRIPTION,
    /** An INVITE got a 2xx. */
    ANSWERED,
    /** Any request got a response from 300 on, challenges included. */
    REFUSED,
    /** Any request got a 401 or 407. */
    CHALLENGED,
    /** Any request got a 183. */
    SESSION_PROGRESS,
    BYE,
    CANCEL,
    PRACK,
    REFER,
    /** Messages were sent again, at least twice in all. */
    REPEATED,
    /** Of a request other than ACK no response was captured. */
    UNANSWERED,
    /** Of a request other than ACK no final response was captured. */
    OPEN,
    /** A request was seen on more than one hop. */
    PASSED_ON,
    /** Anything was captured of what the network did besides carrying messages, be it of this call or not. */
    NETWORK,
    /** Streams of RTP were captured, be they of this call or not. */
    MEDIA;

    /** To compare more transactions with each other would take longer than it saves. */
    private static final int FEW = 16;

    /** The signs of a call. */
    static EnumSet<Sign> of(Case examined) {
        EnumSet<Sign> signs = ofKind(examined.call().kind());
        for (Message message : examined.call().messages()) {
            if (message.head().request()) {
                addRequest(message.head().method(), signs);
            } else {
                addResponse(message, signs);
            }
        }
        for (Transaction transaction : examined.transactions()) {
            if (!transaction.method().equals("ACK")
                    && transaction.finalResponse().isEmpty()) {
                signs.add(OPEN);
                if (!transaction.responded()) {
                    signs.add(UNANSWERED);
                }
            }
        }
        if (examined.call().retransmissions() >= 2) {
            signs.add(REPEATED);
        }
        if (!examined.circumstances().network().isEmpty()) {
            signs.add(NETWORK);
        }
        if (examined.circumstances().anyMedia()) {
            signs.add(MEDIA);
        }
        if (passedOn(examined.transactions())) {
            signs.add(PASSED_ON);
        }
        return signs;
    }

    private static EnumSet<Sign> ofKind(CallKind kind) {
        return switch (kind) {
            case CALL -> EnumSet.of(CALL);
            case REGISTRATION -> EnumSet.of(REGISTRATION);
            case SUBSCRIPTION -> EnumSet.of(SUBSCRIPTION);
            case OTHER -> EnumSet.noneOf(Sign.class);
        };
    }

    private static void addRequest(String method, Set<Sign> signs) {
        switch (method) {
            case "BYE" -> signs.add(BYE);
            case "CANCEL" -> signs.add(CANCEL);
            case "PRACK" -> signs.add(PRACK);
            case "REFER" -> signs.add(REFER);
            default -> {
                // No rule asks for others.
            }
        }
    }

    private static void addResponse(Message response, Set<Sign> signs) {
        int status = response.head().status();
        if (status >= 300) {
            signs.add(REFUSED);
            if (response.challenge()) {
                signs.add(CHALLENGED);
            }
        } else if (status == 183) {
            signs.add(SESSION_PROGRESS);
        } else if (response.success() && response.head().method().equals("INVITE")) {
            signs.add(ANSWERED);
        }
    }

    private static boolean passedOn(List<Transaction> transactions) {
        if (transactions.size() > FEW) {
            return true;
        }
        for (int i = 1; i < transactions.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (same(transactions.get(i), transactions.get(j))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** As {@link org.ringback.call.Attempt} has it. */
    private static boolean same(Transaction one, Transaction other) {
        var first = one.first().head();
        var second = other.first().head();
        return first.cseq() == second.cseq()
                && one.method().equals(other.method())
                && first.fromTag().equals(second.fromTag());
    }
}
