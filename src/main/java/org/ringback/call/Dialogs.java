package org.ringback.call;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sorts the transactions of one Call-ID into dialogs (RFC 3261, 12.1.1 and 12.2). */
final class Dialogs {

    /** Methods whose responses make a dialog: RFC 3261, 6665 and 3515. */
    private static final Set<String> MAKERS = Set.of("INVITE", "SUBSCRIBE", "REFER");

    private final Map<Tags, Dialog> dialogs = new LinkedHashMap<>();
    private final Map<String, Dialog> byTag = new HashMap<>();
    private final Set<String> makers = new HashSet<>();
    /** Mostly there is one dialog, and the next transaction belongs to it too. */
    private Dialog last;

    private Dialogs() {}

    private record Tags(String one, String other) {}

    static List<Dialog> of(List<Transaction> transactions) {
        var sorted = new Dialogs();
        for (Transaction transaction : transactions) {
            sorted.noteMaker(transaction);
        }
        for (Transaction transaction : transactions) {
            sorted.add(transaction);
        }
        return List.copyOf(sorted.dialogs.values());
    }

    private void noteMaker(Transaction transaction) {
        if (makes(transaction)) {
            makers.add(transaction.first().head().fromTag());
        }
    }

    private static boolean makes(Transaction transaction) {
        Message first = transaction.first();
        return MAKERS.contains(transaction.method()) && first.head().request() && !first.insideDialog();
    }

    private void add(Transaction transaction) {
        if (transaction.method().equals("CANCEL")) {
            return;
        }
        Message first = transaction.first();
        if (makes(transaction)) {
            addToForks(transaction);
        } else if (first.insideDialog() && !first.head().fromTag().isEmpty()) {
            Dialog inside = dialog(first.head().fromTag(), first.head().toTag());
            inside.add(transaction);
            transaction.messages().forEach(inside::answeredBy);
        } else if (!MAKERS.contains(transaction.method())) {
            addByOneTag(transaction);
        }
    }

    /** A tag may be missing: damaged, or never given by software of before RFC 3261 (12.2.2). */
    private void addByOneTag(Transaction transaction) {
        var head = transaction.first().head();
        Dialog known = byTag.getOrDefault(head.toTag(), byTag.get(head.fromTag()));
        if (known != null) {
            known.add(transaction);
        }
    }

    /** A request outside a dialog belongs to every dialog that its responses made. */
    private void addToForks(Transaction transaction) {
        Map<String, Dialog> forks = new HashMap<>();
        for (Message message : transaction.messages()) {
            int status = message.head().status();
            if (status > 100 && status < 300 && message.insideDialog()) {
                forks.computeIfAbsent(message.head().toTag(), _ -> fork(message, transaction))
                        .answeredBy(message);
            }
        }
    }

    private Dialog fork(Message message, Transaction transaction) {
        Dialog fork = dialog(message.head().fromTag(), message.head().toTag());
        fork.add(transaction);
        return fork;
    }

    private Dialog dialog(String from, String to) {
        if (last == null || !last.between(from, to)) {
            Dialog known = dialogs.getOrDefault(new Tags(from, to), dialogs.get(new Tags(to, from)));
            last = known == null ? begin(from, to) : known;
        }
        return last;
    }

    private Dialog begin(String from, String to) {
        // A NOTIFY or BYE of the other side may come before the response that makes the dialog.
        boolean reversed = makers.contains(to) && !makers.contains(from);
        String caller = reversed ? to : from;
        String callee = reversed ? from : to;
        var dialog = new Dialog(caller, callee);
        dialogs.put(new Tags(caller, callee), dialog);
        byTag.put(callee, dialog);
        byTag.putIfAbsent(caller, dialog);
        return dialog;
    }
}
