package org.ringback.diagnosis.rule.dialog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.ringback.call.Message;
import org.ringback.call.Transaction;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Elapsed;
import org.ringback.diagnosis.evidence.Origins;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;
import org.ringback.sip.Via;

/** Branches by which a server cannot tell what belongs together (RFC 3261, 8.1.1.7, 9.1, 17.1.1.3 and 17.2.3). */
final class Branches implements Rule {

    private static final Kind REUSED =
            Kind.of("branch-reused", Weight.TROUBLE, 3261, "8.1.1.7", "sender", "branch", "one", "other");
    private static final Kind NO_COOKIE =
            Kind.of("no-magic-cookie", Weight.TROUBLE, 3261, "8.1.1.7", "sender", "branch", "method");
    private static final Kind ACK =
            Kind.of("ack-branch-differs", Weight.TROUBLE, 3261, "17.1.1.3", "sender", "branch", "sent", "code");
    private static final Kind ACK_TO_ANSWER =
            Kind.of("ack-reuses-invite-branch", Weight.TROUBLE, 3261, "13.2.2.4", "sender", "branch");
    private static final Kind CANCEL =
            Kind.of("cancel-does-not-match", Weight.FAILURE, 3261, "9.1", "sender", "invite", "cancel", "server");

    /** These share the branch of their INVITE by right. */
    private static final Set<String> OF_ITS_INVITE = Set.of("INVITE", "ACK", "CANCEL");

    @Override
    public List<Kind> kinds() {
        return List.of(REUSED, NO_COOKIE, ACK, ACK_TO_ANSWER, CANCEL);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        reused(examined).ifPresent(findings);
        if (examined.call().outcome().failed()) {
            noCookie(examined).ifPresent(findings);
        }
        for (Transaction transaction : examined.transactions()) {
            switch (transaction.method()) {
                case "INVITE" -> acknowledgement(transaction, examined).ifPresent(findings);
                case "CANCEL" -> cancel(transaction, examined).ifPresent(findings);
                default -> {}
            }
        }
    }

    private record Hop(String branch, String sentBy, String client, String server) {}

    private static Optional<Finding> reused(Case examined) {
        Map<Hop, Message> known = new HashMap<>();
        for (Transaction transaction : examined.transactions()) {
            Optional<Message> request = transaction.request().filter(Branches::unique);
            if (request.isEmpty()) {
                continue;
            }
            Message now = request.get();
            var hop = new Hop(
                    now.head().branch(),
                    now.head().sentBy(),
                    transaction.client().host(),
                    transaction.server().host());
            Message before = known.putIfAbsent(hop, now);
            if (before != null && another(before, now)) {
                boolean hopKnown = !hop.client().isEmpty() && !hop.server().isEmpty();
                return Optional.of(Finding.about(REUSED, hopKnown ? Certainty.CERTAIN : Certainty.LIKELY)
                        .proof(before, now)
                        .with("sender", Value.of(now.captured().source()))
                        .with("branch", now.head().branch())
                        .with("one", written(before))
                        .with("other", written(now))
                        .found());
            }
        }
        return Optional.empty();
    }

    /** Without the cookie it is not meant to be unique. */
    private static boolean unique(Message request) {
        return cookie(request.head().branch());
    }

    private static boolean another(Message before, Message now) {
        if (before.request("ACK") || now.request("ACK")) {
            // The branch of its INVITE is right for the ACK to a refusal. Nobody keeps that of an ACK to an answer, so
            // that
            // proxies which keep no state write the same one into each.
            return false;
        }
        boolean sameNumber = before.head().cseq() == now.head().cseq();
        boolean ofOneInvite = OF_ITS_INVITE.contains(before.head().method())
                && OF_ITS_INVITE.contains(now.head().method());
        return !sameNumber
                || !(ofOneInvite || before.head().method().equals(now.head().method()));
    }

    private static Optional<Finding> noCookie(Case examined) {
        return examined.transactions().stream()
                .flatMap(transaction -> transaction.request().stream())
                .filter(request -> !request.head().sentBy().isEmpty()
                        && !cookie(request.head().branch()))
                .findFirst()
                .map(request -> Finding.about(NO_COOKIE, Certainty.POSSIBLE)
                        .proof(request)
                        .with("sender", Value.of(request.captured().source()))
                        .with("branch", request.head().branch())
                        .with("method", request.head().method())
                        .found());
    }

    private static boolean cookie(String branch) {
        return branch.regionMatches(true, 0, Via.MAGIC_COOKIE, 0, Via.MAGIC_COOKIE.length());
    }

    /** Only where the server goes on as if no ACK had come. */
    private static Optional<Finding> acknowledgement(Transaction invite, Case examined) {
        Optional<Message> ack = invite.acknowledgement();
        Optional<Message> told = invite.finalResponse();
        if (ack.isEmpty() || told.isEmpty() || invite.request().isEmpty() || !repeatedAfter(invite, ack.get())) {
            return Optional.empty();
        }
        String branch = invite.first().head().branch();
        boolean same = ack.get().head().branch().equals(branch);
        if (told.get().success()) {
            return same
                    ? Optional.of(Finding.about(ACK_TO_ANSWER, Certainty.POSSIBLE)
                            .proof(told.get(), ack.get())
                            .with("sender", Value.of(ack.get().captured().source()))
                            .with("branch", branch)
                            .found())
                    : Optional.empty();
        }
        return same
                ? Optional.empty()
                : Optional.of(Finding.about(ACK, Certainty.LIKELY)
                        .proof(invite.first(), told.get(), ack.get())
                        .with("sender", Value.of(ack.get().captured().source()))
                        .with("branch", branch)
                        .with("sent", ack.get().head().branch())
                        .with("code", examined.code(told.get()))
                        .found());
    }

    /** One copy may have crossed the ACK. */
    private static boolean repeatedAfter(Transaction invite, Message ack) {
        List<Message> all = invite.messages();
        return all.subList(all.indexOf(ack) + 1, all.size()).stream()
                        .filter(message -> message.head().status() >= 200 && message.retransmission())
                        .count()
                > 1;
    }

    private static Optional<Finding> cancel(Transaction cancel, Case examined) {
        Optional<Message> request = cancel.request();
        Optional<Message> told =
                cancel.finalResponse().filter(response -> response.head().status() == 481);
        if (request.isEmpty() || told.isEmpty()) {
            return Optional.empty();
        }
        List<Message> invites = examined.transactions().stream()
                .filter(other -> other.method().equals("INVITE")
                        && other.client().host().equals(cancel.client().host())
                        && other.server().host().equals(cancel.server().host()))
                .flatMap(other -> other.request().stream())
                .filter(invite ->
                        invite.head().fromTag().equals(request.get().head().fromTag()))
                .toList();
        if (invites.isEmpty() || invites.stream().anyMatch(invite -> matches(invite, request.get()))) {
            return Optional.empty();
        }
        List<Message> proof = new ArrayList<>(List.of(invites.getLast(), request.get(), told.get()));
        endedLater(invites.getLast(), told.get(), examined).ifPresent(proof::add);
        return Optional.of(Finding.about(CANCEL, Certainty.LIKELY)
                .proof(proof)
                .saidBy(Origins.of(told.get(), examined))
                .with("sender", Value.of(request.get().captured().source()))
                .with("invite", identity(invites.getLast()))
                .with("cancel", identity(request.get()))
                .with("server", Value.of(told.get().captured().source()))
                .found());
    }

    /** What the INVITE came to, of which the CANCEL should have made a 487. */
    private static Optional<Message> endedLater(Message invite, Message refusal, Case examined) {
        return examined.attempts("INVITE").stream()
                .filter(attempt -> attempt.root().first().equals(invite))
                .flatMap(attempt -> attempt.finalResponse().stream())
                .filter(end -> Elapsed.between(refusal, end).isPresent())
                .findFirst();
    }

    private static boolean matches(Message invite, Message cancel) {
        return invite.head().branch().equals(cancel.head().branch())
                && invite.head().cseq() == cancel.head().cseq();
    }

    private static String identity(Message message) {
        return message.head().branch() + ", CSeq " + message.head().cseq();
    }

    private static String written(Message message) {
        return message.head().cseq() + " " + message.head().method();
    }
}
