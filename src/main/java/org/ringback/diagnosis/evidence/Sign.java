package org.ringback.diagnosis.evidence;

import java.util.List;
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
    PASSED_ON;

    /** To compare more transactions with each other would take longer than it saves. */
    private static final int FEW = 16;

    /** The bit of a sign among those of others. */
    int bit() {
        return 1 << ordinal();
    }

    /** The signs of a call, a bit for each. */
    static int of(Case examined) {
        int signs = ofKind(examined.call().kind());
        for (Message message : examined.call().messages()) {
            signs |= message.head().request()
                    ? ofRequest(message.head().method())
                    : ofResponse(message);
        }
        for (Transaction transaction : examined.transactions()) {
            if (!transaction.method().equals("ACK") && transaction.finalResponse().isEmpty()) {
                signs |= OPEN.bit() | (transaction.responded() ? 0 : UNANSWERED.bit());
            }
        }
        signs |= examined.call().retransmissions() >= 2 ? REPEATED.bit() : 0;
        return signs | (passedOn(examined.transactions()) ? PASSED_ON.bit() : 0);
    }

    private static int ofKind(CallKind kind) {
        return switch (kind) {
            case CALL -> CALL.bit();
            case REGISTRATION -> REGISTRATION.bit();
            case SUBSCRIPTION -> SUBSCRIPTION.bit();
            case OTHER -> 0;
        };
    }

    private static int ofRequest(String method) {
        return switch (method) {
            case "BYE" -> BYE.bit();
            case "CANCEL" -> CANCEL.bit();
            case "PRACK" -> PRACK.bit();
            case "REFER" -> REFER.bit();
            default -> 0;
        };
    }

    private static int ofResponse(Message response) {
        int status = response.head().status();
        if (status >= 300) {
            return REFUSED.bit() | (response.challenge() ? CHALLENGED.bit() : 0);
        }
        if (status == 183) {
            return SESSION_PROGRESS.bit();
        }
        return response.success() && response.head().method().equals("INVITE") ? ANSWERED.bit() : 0;
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
