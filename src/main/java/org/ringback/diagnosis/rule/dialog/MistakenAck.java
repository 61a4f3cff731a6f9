package org.ringback.diagnosis.rule.dialog;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.ringback.call.Message;
import org.ringback.call.Transaction;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;

/**
 * An ACK that is there and that nobody can take for one: its tags or its number are not those of the response that it should
 * acknowledge (RFC 3261, 13.2.2.4 and 17.1.1.3), which is therefore repeated.
 */
final class MistakenAck implements Rule {

    private static final Kind OTHER_TAG =
            Kind.of("ack-tag-differs", Weight.FAILURE, 3261, "13.2.2.4", "sender", "sent", "given", "code", "repeats");
    private static final Kind OTHER_NUMBER =
            Kind.of("ack-cseq-differs", Weight.FAILURE, 3261, "13.2.2.4", "sender", "sent", "given", "code", "repeats");
    private static final Kind OTHER_NUMBER_OF_REFUSAL = Kind.of(
            "ack-to-refusal-cseq-differs",
            Weight.TROUBLE,
            3261,
            "17.1.1.3",
            "sender",
            "sent",
            "given",
            "code",
            "repeats");

    /** One copy may have crossed the ACK. */
    private static final int PROOF = 2;

    @Override
    public List<Kind> kinds() {
        return List.of(OTHER_TAG, OTHER_NUMBER, OTHER_NUMBER_OF_REFUSAL);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.REPEATED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        if (examined.call().retransmissions() < PROOF) {
            return;
        }
        List<Message> acks = examined.messages().stream()
                .filter(message -> message.request("ACK"))
                .toList();
        if (acks.isEmpty()) {
            return;
        }
        for (Transaction invite : examined.transactions()) {
            if (invite.method().equals("INVITE") && invite.request().isPresent()) {
                judge(invite, acks, examined).ifPresent(findings);
            }
        }
    }

    private static Optional<Finding> judge(Transaction invite, List<Message> acks, Case examined) {
        Optional<Message> told = invite.finalResponse();
        if (told.isEmpty() || acks.stream().anyMatch(ack -> fits(ack, told.get()))) {
            return Optional.empty();
        }
        Set<String> given = tags(examined);
        return acks.stream()
                .filter(ack -> ofSender(ack, invite) && repeatsAfter(invite, told.get(), ack) >= PROOF)
                .flatMap(ack -> compare(ack, told.get(), invite, given, examined).stream())
                .findFirst();
    }

    private static Optional<Finding> compare(
            Message ack, Message told, Transaction invite, Set<String> given, Case examined) {
        boolean number = ack.head().cseq() == told.head().cseq();
        boolean from = ack.head().fromTag().equals(told.head().fromTag());
        boolean to = ack.head().toTag().equals(told.head().toTag());
        long repeats = repeatsAfter(invite, told, ack);
        boolean invented =
                !given.contains(from ? ack.head().toTag() : ack.head().fromTag());
        if (number && (from || to) && told.success() && invented) {
            // Another phone may have given the tag in an answer that was not captured; no tag was given by nobody.
            boolean missing =
                    ack.head().toTag().isEmpty() || ack.head().fromTag().isEmpty();
            return Optional.of(
                    about(OTHER_TAG, missing ? Certainty.CERTAIN : Certainty.LIKELY, ack, told, repeats, examined)
                            .with("sent", tags(ack))
                            .with("given", tags(told))
                            .found());
        }
        boolean same = (from && to) || ack.head().branch().equals(told.head().branch());
        return number || !same || acknowledgesAnother(ack, examined)
                ? Optional.empty()
                : Optional.of(about(
                                told.success() ? OTHER_NUMBER : OTHER_NUMBER_OF_REFUSAL,
                                Certainty.CERTAIN,
                                ack,
                                told,
                                repeats,
                                examined)
                        .with("sent", Value.of(ack.head().cseq()))
                        .with("given", Value.of(told.head().cseq()))
                        .found());
    }

    private static boolean fits(Message ack, Message told) {
        return ack.head().cseq() == told.head().cseq()
                && ack.head().fromTag().equals(told.head().fromTag())
                && ack.head().toTag().equals(told.head().toTag());
    }

    private static boolean ofSender(Message ack, Transaction invite) {
        String host = invite.client().host();
        return host.isEmpty() || ack.captured().source().host().equals(host);
    }

    /** Whether it belongs to another INVITE, as that of a change of the call. */
    private static boolean acknowledgesAnother(Message ack, Case examined) {
        return examined.messages().stream()
                .anyMatch(message -> message.request("INVITE")
                        && message.head().cseq() == ack.head().cseq()
                        && message.head().fromTag().equals(ack.head().fromTag()));
    }

    /** Every tag that either side gave itself in the call. */
    private static Set<String> tags(Case examined) {
        Set<String> tags = new HashSet<>();
        for (Message message : examined.messages()) {
            boolean ack = message.request("ACK");
            if (!message.head().request() || message.request("INVITE")) {
                tags.add(message.head().fromTag());
            }
            if (!ack && !message.head().request()) {
                tags.add(message.head().toTag());
            }
        }
        tags.remove("");
        return tags;
    }

    private static long repeatsAfter(Transaction invite, Message told, Message ack) {
        return invite.messages().stream()
                .filter(message -> message.retransmission()
                        && message.head().status() == told.head().status()
                        && message.head().toTag().equals(told.head().toTag())
                        && later(message, ack))
                .count();
    }

    private static boolean later(Message one, Message other) {
        return one.time() == other.time()
                ? one.captured().file() == other.captured().file()
                        && one.captured().frame() > other.captured().frame()
                : one.time() > other.time();
    }

    private static String tags(Message message) {
        return "From " + shown(message.head().fromTag()) + ", To "
                + shown(message.head().toTag());
    }

    private static String shown(String tag) {
        return tag.isEmpty() ? "-" : tag;
    }

    private static Finding.Builder about(
            Kind kind, Certainty certainty, Message ack, Message told, long repeats, Case examined) {
        return Finding.about(kind, certainty)
                .proof(ack, told)
                .with("sender", Value.of(ack.captured().source()))
                .with("code", examined.code(told))
                .with("repeats", Value.of(repeats));
    }
}
