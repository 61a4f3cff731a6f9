package org.ringback.ladder;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ringback.call.Call;
import org.ringback.call.Dialog;
import org.ringback.call.Message;
import org.ringback.call.Transaction;
import org.ringback.sip.MessageHead;

/** How the messages of one leg belong together. */
final class Relations {

    /** Nobody forks to so many phones: of a request that says so, the first ones are looked at. */
    private static final int MOST_DIALOGS = 100;

    private final Map<Message, Place> places = new HashMap<>();

    /**
     * Where a message belongs.
     *
     * @param dialogs the numbers of the dialogs that it is in: of all forks before they part
     * @param callers the tags of those who began these dialogs
     */
    private record Place(int transaction, Attempt attempt, Set<Integer> dialogs, Set<String> callers) {}

    /** A request with all its hops, and what ends or acknowledges it (RFC 3261, 9.1 and 17.1.1.3). */
    private record Attempt(String method, String fromTag, long cseq) {
        static Attempt of(MessageHead head) {
            String method = head.method().equals("ACK") || head.method().equals("CANCEL") ? "INVITE" : head.method();
            return new Attempt(method, head.fromTag(), head.cseq());
        }
    }

    private record Tags(String from, String to) {}

    Relations(Call leg, List<Transaction> transactions) {
        List<Dialog> dialogs = leg.dialogs();
        Map<Tags, Integer> byTags = new HashMap<>();
        for (int i = 0; i < dialogs.size(); i++) {
            byTags.put(new Tags(dialogs.get(i).callerTag(), dialogs.get(i).calleeTag()), i);
            byTags.put(new Tags(dialogs.get(i).calleeTag(), dialogs.get(i).callerTag()), i);
        }
        Map<Attempt, Set<Integer>> made = new HashMap<>();
        leg.messages().forEach(message -> {
            Integer dialog =
                    byTags.get(new Tags(message.head().fromTag(), message.head().toTag()));
            if (dialog != null) {
                Set<Integer> forks = made.computeIfAbsent(Attempt.of(message.head()), _ -> new HashSet<>());
                if (forks.size() < MOST_DIALOGS) {
                    forks.add(dialog);
                }
            }
        });
        for (int i = 0; i < transactions.size(); i++) {
            for (Message message : transactions.get(i).messages()) {
                var head = message.head();
                Attempt attempt = Attempt.of(head);
                Integer own = byTags.get(new Tags(head.fromTag(), head.toTag()));
                Set<Integer> all = own != null
                        ? Set.of(own)
                        : head.toTag().isEmpty() ? Set.copyOf(made.getOrDefault(attempt, Set.of())) : Set.of();
                Set<String> callers = new HashSet<>();
                all.forEach(dialog -> callers.add(dialogs.get(dialog).callerTag()));
                places.put(message, new Place(i, attempt, all, Set.copyOf(callers)));
            }
        }
    }

    boolean has(Message message) {
        return places.containsKey(message);
    }

    /** Of another message of this leg. */
    Relation of(Message selected, Message other) {
        Place one = places.get(selected);
        Place two = places.get(other);
        if (one.transaction() == two.transaction()) {
            return Relation.SAME_TRANSACTION;
        }
        if (meet(one.dialogs(), two.dialogs())) {
            return Relation.SAME_DIALOG;
        }
        if (one.attempt().equals(two.attempt())) {
            String tag = selected.head().toTag();
            String otherTag = other.head().toTag();
            boolean sameFork = tag.isEmpty() || otherTag.isEmpty() || tag.equals(otherTag);
            return sameFork ? Relation.SAME_DIALOG : Relation.SIBLING_FORK;
        }
        return meet(one.callers(), two.callers()) ? Relation.SIBLING_FORK : Relation.NONE;
    }

    private static <T> boolean meet(Set<T> one, Set<T> other) {
        return one.stream().anyMatch(other::contains);
    }
}
