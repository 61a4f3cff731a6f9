package org.ringback.call;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.ringback.capture.wire.Captured;

/** Finds out how the INVITEs of one Call-ID ended and how long that took. */
final class InviteStory {

    private final List<Dialog> dialogs;
    private final long captureEnd;
    private final List<Attempt> chain;
    /** Null if there is none. */
    private final Attempt deciding;

    private final List<Dialog> talks;
    private final Outcome outcome;

    /** @param captureEnd microseconds since 1970, or {@link Captured#NO_TIME} */
    InviteStory(List<Transaction> transactions, long captureEnd) {
        this.dialogs = Dialogs.of(transactions);
        this.captureEnd = captureEnd;
        this.chain = chain(initial(transactions));
        this.deciding = chain.isEmpty() ? null : deciding(chain);
        this.talks = deciding == null ? List.of() : talks(deciding);
        this.outcome = deciding == null ? Outcome.of(Ending.BEGAN_BEFORE_CAPTURE) : outcome(deciding);
    }

    private record Sequence(String fromTag, long cseq) {}

    /**
     * The INVITEs outside a dialog. Responses alone belong to them if their request was seen on another hop; and where
     * nothing but a refusal was captured, it is taken for that of the call.
     */
    static List<Attempt> initial(List<Transaction> transactions) {
        List<Transaction> invites = new ArrayList<>(transactions.size());
        boolean all = true;
        for (Transaction transaction : transactions) {
            if (transaction.method().equals("INVITE")) {
                invites.add(transaction);
                all &= beginsCall(transaction);
            }
        }
        return Attempt.of(all || onlyRefused(transactions) ? invites : initialOf(invites));
    }

    /** Whether there are refused INVITEs of which only responses were captured, and no sign of a call that ran already. */
    private static boolean onlyRefused(List<Transaction> transactions) {
        for (Transaction transaction : transactions) {
            boolean refused = transaction
                    .finalResponse()
                    .filter(response -> response.head().status() >= 300
                            && !AnswerAlone.mayGoOn("INVITE", response.head().status()))
                    .isPresent();
            if (!transaction.method().equals("INVITE") || transaction.request().isPresent() || !refused) {
                return false;
            }
        }
        return true;
    }

    private static List<Transaction> initialOf(List<Transaction> invites) {
        Set<Sequence> initial = new HashSet<>();
        for (Transaction invite : invites) {
            if (beginsCall(invite)) {
                initial.add(sequence(invite));
            }
        }
        return invites.stream()
                .filter(invite -> initial.contains(sequence(invite))
                        ? invite.request().filter(Message::insideDialog).isEmpty()
                        : triedAgain(invite, invites))
                .toList();
    }

    /** Whether only responses are there, and all INVITEs of the caller before were refused: then no call ran that it could change. */
    private static boolean triedAgain(Transaction invite, List<Transaction> invites) {
        if (invite.request().isPresent()) {
            return false;
        }
        Sequence own = sequence(invite);
        List<Transaction> before = invites.stream()
                .filter(other -> sequence(other).fromTag().equals(own.fromTag())
                        && sequence(other).cseq() < own.cseq())
                .toList();
        return before.stream().anyMatch(InviteStory::beginsCall)
                && before.stream()
                        .allMatch(other -> other.finalResponse()
                                .filter(told -> told.head().status() >= 300)
                                .isPresent());
    }

    private static boolean beginsCall(Transaction invite) {
        return invite.request().filter(request -> !request.insideDialog()).isPresent();
    }

    private static Sequence sequence(Transaction transaction) {
        var head = transaction.first().head();
        return new Sequence(head.fromTag(), head.cseq());
    }

    /**
     * The attempts of the caller: with credentials after a 401 or 407, to another address after a 3xx, and so on
     * (RFC 3261, 8.1.3.4, 8.1.3.5 and 22). What a B2BUA sends on under the same Call-ID has its tag and its address.
     */
    static List<Attempt> chain(List<Attempt> attempts) {
        if (attempts.isEmpty()) {
            return attempts;
        }
        Attempt first = attempts.getFirst();
        if (attempts.size() == 1) {
            return attempts;
        }
        return attempts.stream()
                .filter(next -> next.fromTag().equals(first.fromTag())
                        || next.root().client().equals(first.root().client()))
                .toList();
    }

    /** The INVITE with which the call began, if it was captured. */
    Optional<Message> opening() {
        return chain.isEmpty() ? Optional.empty() : chain.getFirst().request();
    }

    Outcome outcome() {
        return outcome;
    }

    private Outcome outcome(Attempt attempt) {
        Optional<Message> told = attempt.finalResponse();
        if (told.isEmpty()) {
            return withoutFinalResponse(attempt);
        }
        return told.get().success() ? answered(attempt) : refused(attempt, told.get());
    }

    /** The attempt that was answered, else the last one. */
    private static Attempt deciding(List<Attempt> chain) {
        for (Attempt attempt : chain) {
            if (attempt.accepted()) {
                return attempt;
            }
        }
        return chain.getLast();
    }

    private Outcome answered(Attempt attempt) {
        int code = attempt.finalResponse().map(answer -> answer.head().status()).orElse(0);
        if (talks.isEmpty()) {
            return Outcome.of(Ending.STILL_RUNNING, code, attempt);
        }
        if (all(talks, talk -> talk.bye().isPresent())) {
            return Outcome.of(
                    lastToEnd(talks).endedByCaller()
                            ? Ending.ANSWERED_ENDED_BY_CALLER
                            : Ending.ANSWERED_ENDED_BY_CALLEE,
                    code,
                    attempt);
        }
        boolean unheard = all(
                talks, talk -> talk.acknowledgement().isEmpty() && talk.repeatedAnswers() >= Timers.REPEATED_ANSWERS);
        return unheard
                ? new Outcome(Ending.CANNOT_BE_TOLD, code, attempt.firstSaidBy(code), Unclear.NEVER_ACKNOWLEDGED)
                : Outcome.of(Ending.STILL_RUNNING, code, attempt);
    }

    /** Each of them was ended. */
    private static Dialog lastToEnd(List<Dialog> talks) {
        return talks.size() == 1
                ? talks.getFirst()
                : Collections.max(talks, Comparator.comparing(talk -> talk.bye().orElseThrow(), Message.BY_TIME));
    }

    /**
     * The dialogs in which the two sides talked. If several forks answered, the caller acknowledges each and ends all but
     * one (RFC 3261, 13.2.2.4), so the one that ended last counts.
     */
    private List<Dialog> talks(Attempt attempt) {
        String caller = attempt.fromTag();
        List<Dialog> own = new ArrayList<>(dialogs.size());
        for (Dialog dialog : dialogs) {
            if (dialog.callerTag().equals(caller)) {
                own.add(dialog);
            }
        }
        List<Dialog> answered = those(own, dialog -> dialog.answer().isPresent());
        if (answered.isEmpty()) {
            return own;
        }
        List<Dialog> acknowledged =
                those(answered, dialog -> dialog.acknowledgement().isPresent());
        return acknowledged.isEmpty() ? answered : acknowledged;
    }

    // Loops and no streams: most calls have one dialog, and setting up a stream costs more than looking at it. So does
    // making a function that holds something, of which there would be several for each call.

    private static List<Dialog> those(List<Dialog> dialogs, Predicate<Dialog> wanted) {
        List<Dialog> found = new ArrayList<>(dialogs.size());
        for (Dialog dialog : dialogs) {
            if (wanted.test(dialog)) {
                found.add(dialog);
            }
        }
        return found;
    }

    private static boolean all(List<Dialog> dialogs, Predicate<Dialog> such) {
        for (Dialog dialog : dialogs) {
            if (!such.test(dialog)) {
                return false;
            }
        }
        return true;
    }

    private Outcome refused(Attempt attempt, Message told) {
        Optional<Dialog> talk = dialogs.stream()
                .filter(dialog -> dialog.callerTag().equals(attempt.fromTag())
                        && !dialog.calleeTag().equals(told.head().toTag())
                        && dialog.acknowledgement().isPresent()
                        && dialog.bye().isPresent())
                .findFirst();
        if (talk.isPresent()) {
            return withoutAnswer(talk.get(), attempt);
        }
        int code = told.head().status();
        if (code == 487) {
            boolean nobodyAnswered = NoAnswer.ended(attempt, attempt.cancel().orElse(told), told);
            return Outcome.of(nobodyAnswered ? Ending.NO_ANSWER : Ending.CANCELED, code, attempt);
        }
        boolean nobody = (code == 408 || code == 480) && NoAnswer.told(attempt, told);
        return nobody ? Outcome.of(Ending.NO_ANSWER, code, attempt) : Outcome.of(Ending.REJECTED, code, attempt);
    }

    private Outcome withoutFinalResponse(Attempt attempt) {
        Optional<Message> cancel = attempt.cancel();
        if (cancel.isPresent()) {
            return Outcome.of(NoAnswer.ended(attempt, cancel.get(), cancel.get()) ? Ending.NO_ANSWER : Ending.CANCELED);
        }
        if (attempt.acknowledgementOfMissed().isPresent()) {
            return Outcome.cannotBeTold(Unclear.FINAL_RESPONSE_NOT_CAPTURED);
        }
        Optional<Dialog> ended = dialogs.stream()
                .filter(dialog -> dialog.callerTag().equals(attempt.fromTag())
                        && (dialog.bye().isPresent() || dialog.acknowledgement().isPresent()))
                .findFirst();
        if (ended.isPresent()) {
            return withoutAnswer(ended.get(), attempt);
        }
        return attempt.responded() ? waiting(attempt) : Unanswered.outcome(attempt, captureEnd, Timers.INVITE_REPEATS);
    }

    /** The 2xx is lost, but its ACK came, or a BYE, which the callee may only send after it (RFC 3261, 15). */
    private Outcome withoutAnswer(Dialog dialog, Attempt attempt) {
        boolean acknowledged = dialog.acknowledgement().isPresent();
        if (dialog.bye().isEmpty()) {
            return Outcome.of(Ending.STILL_RUNNING);
        }
        if (!dialog.endedByCaller()) {
            return Outcome.of(Ending.ANSWERED_ENDED_BY_CALLEE);
        }
        return Outcome.of(acknowledged || !attempt.responded() ? Ending.ANSWERED_ENDED_BY_CALLER : Ending.CANCELED);
    }

    private Outcome waiting(Attempt attempt) {
        long last = attempt.last().time();
        boolean longAgo = captureEnd != Captured.NO_TIME
                && last != Captured.NO_TIME
                && captureEnd - last > Timers.LONGEST_SILENCE;
        return longAgo ? Outcome.cannotBeTold(Unclear.FINAL_RESPONSE_NOT_CAPTURED) : Outcome.of(Ending.STILL_RUNNING);
    }

    CallTimes times() {
        if (deciding == null) {
            return CallTimes.UNKNOWN;
        }
        Optional<Message> told = deciding.finalResponse();
        Optional<Message> answer = told.filter(Message::success);
        Optional<Message> progress = deciding.progress();
        Message end = Message.earlier(told.orElse(null), deciding.cancel().orElse(null));
        Message bye = null;
        for (Dialog talk : talks) {
            bye = Message.later(bye, talk.bye().orElse(null));
        }
        return new CallTimes(
                CallTimes.between(opening(), progress.isPresent() ? progress : answer),
                CallTimes.between(deciding.ringing(), Optional.ofNullable(end)),
                answer.isPresent() && outcome.ending() != Ending.STILL_RUNNING
                        ? CallTimes.between(answer, Optional.ofNullable(bye))
                        : Optional.empty());
    }
}
