package org.ringback.diagnosis.rule.refusal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Caller;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Refusal;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.RefusalFinding;
import org.ringback.diagnosis.rule.RefusalRule;
import org.ringback.sip.Reason;
import org.ringback.sip.SipMessage;
import org.ringback.sip.Warning;

/** A refusal that misses P-Asserted-Identity, and an INVITE without it (RFC 3325, 9.1): trunks want to know who calls. */
final class AssertedIdentity implements RefusalRule {

    static final String ID = "asserted-identity-missing";

    private static final Kind MISSING = Kind.of(ID, Weight.FAILURE, 3325, "9.1", "refuser", "code", "from", "words");

    /** In small letters. */
    static final Pattern NAMED =
            Pattern.compile("p-asserted(?!-service)|(?<!(route|trunk|gateway|peer) (to )?)\\bpai\\b");

    private static final Pattern WANTED =
            Pattern.compile("\\b(miss\\w*|requir\\w*|absent|need\\w*|must|expect\\w*|mandatory|no|without|lack\\w*)\\b|"
                    + "\\bnot (present|found|included|given|provided|supplied)\\b");

    /** Who is asked to leave it out misses nothing. */
    private static final Pattern UNWANTED =
            Pattern.compile("(?<!without )(p-asserted\\S*|\\bpai)( header)?( is| was)? (not"
                + " (allowed|permitted|accepted|supported|trusted|expected)|forbidden|unexpected|unsupported)|\\b(must"
                + " not|remove)\\b");

    @Override
    public List<Kind> kinds() {
        return List.of(MISSING);
    }

    @Override
    public Optional<Finding> judge(Refusal refusal, Case examined) {
        return said(examined.read(refusal.response()))
                .flatMap(words -> refusal.arrived(examined)
                        .filter(invite -> bare(invite, examined))
                        .map(invite -> found(refusal, invite, words, examined)));
    }

    private static Optional<String> said(SipMessage told) {
        return Stream.of(
                        Stream.of(told.phrase()),
                        told.warnings().stream().map(Warning::text),
                        told.reasons().stream().map(Reason::text))
                .flatMap(texts -> texts)
                .filter(text -> {
                    String small = text.toLowerCase(Locale.ROOT);
                    return NAMED.matcher(small).find()
                            && WANTED.matcher(small).find()
                            && !UNWANTED.matcher(small).find();
                })
                .findFirst();
    }

    /** Whether the INVITE, as it came to the refuser, names nobody but in From. */
    private static boolean bare(Message invite, Case examined) {
        return examined.whole(invite)
                && Stream.of("P-Asserted-Identity", "P-Preferred-Identity")
                        .allMatch(name -> examined.read(invite).header(name).isEmpty());
    }

    private static Finding found(Refusal refusal, Message invite, String words, Case examined) {
        String from = Caller.of(invite, examined).user();
        return RefusalFinding.about(MISSING, Certainty.CERTAIN, refusal, examined)
                .proof(refusal.response(), invite)
                .with("from", from.isEmpty() ? new Value.Unknown() : Value.of(from))
                .with("words", words)
                .found();
    }
}
