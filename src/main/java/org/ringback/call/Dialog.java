package org.ringback.call;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A dialog (RFC 3261, 12): a Call-ID with one tag of either side. A forked INVITE makes several of them under one call.
 * A dialog spans every hop, so a request inside it may be here with more than one transaction.
 */
public final class Dialog {

    private final String callerTag;
    private final String calleeTag;
    private final List<Transaction> transactions = new ArrayList<>();
    private Message answer;

    Dialog(String callerTag, String calleeTag) {
        this.callerTag = callerTag;
        this.calleeTag = calleeTag;
    }

    /** Those of the transactions of a call, in the order in which they began; as {@link Call#dialogs}. */
    public static List<Dialog> of(List<Transaction> transactions) {
        return Dialogs.of(transactions);
    }

    /** Whether these are its tags, in either order. */
    boolean between(String one, String other) {
        return (callerTag.equals(one) && calleeTag.equals(other)) || (callerTag.equals(other) && calleeTag.equals(one));
    }

    void add(Transaction transaction) {
        transactions.add(transaction);
    }

    /** The tag of whoever sent the request that made the dialog; of whoever sent the first one captured, if that is lost. */
    public String callerTag() {
        return callerTag;
    }

    public String calleeTag() {
        return calleeTag;
    }

    /** The request that made it, then those inside it, in order: ACK to a 2xx, re-INVITE, UPDATE, PRACK, INFO, BYE. */
    public List<Transaction> transactions() {
        return Collections.unmodifiableList(transactions);
    }

    /** Takes a message of one of the transactions, in order: one request may have forked to thousands of dialogs. */
    void answeredBy(Message message) {
        if (answer == null
                && message.success()
                && message.head().method().equals("INVITE")
                && message.head().toTag().equals(calleeTag)) {
            answer = message;
        }
    }

    /** The 2xx to the INVITE that made it, if there was one and it was captured. */
    public Optional<Message> answer() {
        return Optional.ofNullable(answer);
    }

    /** The first ACK to a 2xx. */
    public Optional<Message> acknowledgement() {
        for (Transaction transaction : transactions) {
            if (transaction.firstAck().isPresent()) {
                return transaction.firstAck();
            }
        }
        return Optional.empty();
    }

    /** The first BYE. */
    public Optional<Message> bye() {
        for (Transaction transaction : transactions) {
            if (transaction.method().equals("BYE")) {
                return Optional.of(transaction.first());
            }
        }
        return Optional.empty();
    }

    /** Whether the caller sent the BYE; a response to it tells as well, for From and To stay as in the request. */
    boolean endedByCaller() {
        Optional<Message> bye = bye();
        if (bye.isEmpty()) {
            return false;
        }
        var head = bye.get().head();
        return head.fromTag().equals(callerTag)
                || (head.fromTag().isEmpty() && head.toTag().equals(calleeTag));
    }

    /** How often the 2xx was sent again because no ACK came (RFC 3261, 13.3.1.4), at most over any one hop. */
    long repeatedAnswers() {
        return transactions.stream()
                .filter(transaction -> transaction.method().equals("INVITE"))
                .mapToLong(Transaction::repeatedAnswers)
                .max()
                .orElse(0);
    }
}
