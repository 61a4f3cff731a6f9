package org.ringback.diagnosis.rule.refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ringback.call.Call;
import org.ringback.call.CallNumber;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Caller;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Causes;
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

/** A call that was refused for its caller: a number that is not allowed here, none at all, or one that is not the own. */
final class CallerNumber implements RefusalRule {

    private static final Kind ANONYMOUS = kind("anonymous-refused", 5079, "4", "sign");
    private static final Kind TAKEN_FOR_ANONYMOUS = kind("taken-for-anonymous", 5079, "4", "from");
    private static final Kind ANONYMOUS_FORBIDDEN = kind("anonymous-forbidden", 3261, "21.4.4", "sign");
    private static final Kind FORWARDED = kind("forwarded-caller-refused", 3261, "21.4.4", "from", "diverter");
    private static final Kind SAID = kind("caller-number-refused", 3261, "21.4.4", "from", "words")
            .unless("header-wrong-form", "header-twice", "from-tag-missing", AssertedIdentity.ID);
    private static final Kind UNLIKE = kind("caller-unlike-those-that-passed", 3261, "21.4.4", "from", "passed");
    private static final Kind OTHER_ACCOUNT =
            kind("caller-is-not-account", 3261, "21.4.4", "from", "account").unless("realm-mismatch");
    private static final Kind OTHER_ASSERTED = kind("caller-differs-from-asserted", 3325, "9.1", "from", "asserted");

    private static final int ANONYMITY_DISALLOWED = 433;
    private static final int FORBIDDEN = 403;
    private static final int BAD_REQUEST = 400;
    private static final int FEW_CALLERS = 3;

    /** These have rules of their own: logins, media, signatures (RFC 8224), analytics (RFC 8688). */
    private static final Set<Integer> ELSEWHERE = Set.of(401, 407, 415, 428, 436, 437, 438, 488, 606, 607, 608);

    private static final Pattern ABOUT_CALLER = Pattern.compile("caller[ _-]?(id|number|name|line|identity)|calling["
            + " _-]?(party[ _-]?number|number|line)|\\b(cli|clip|ani)\\b|\\bfrom["
            + " _-](header|uri)|p-asserted|\\bpai\\b|\\ba-number\\b|origination number|source number");

    /** A caller may also be the host that calls: a trunk whose address is not allowed. */
    private static final Pattern MAYBE_ABOUT_CALLER =
            Pattern.compile("\\b(invalid|bad|wrong|unknown|unauthori[sz]ed|unverified) (caller\\b|originator\\b|from$)|"
                    + "\\bnumber screening\\b");

    /** "From" may also say where something else came from, or did not: no answer from user. */
    private static final Pattern FROM = Pattern.compile("\\bfrom[ _-](number|user(?![ _-]?agent)|domain)");

    private static final Pattern NOT_ACCEPTED =
            Pattern.compile("\\b(invalid|bad|wrong|unknown|unauthori[sz]ed|unverified|missing|mismatch|illegal|"
                    + "forbidden|denied|barred|blocked|restricted)\\b|\\bnot (be )?(a )?"
                    + "(allow|permit|authori[sz]|valid|accept|regist|recogni[sz]|known|verif|match|found)");

    private static final Pattern CAME_FROM_THERE =
            Pattern.compile("\\b(no|answer\\w*|repl(y|ied|ies)|respon\\w+|unwanted|"
                    + "timeout|timed|release\\w*|cancel\\w*|reject\\w*|decline\\w*|busy|bye|hangup) (\\w+ )?from\\b");

    /** They tell of the called one, as long as nobody names the caller outright. */
    private static final Set<Integer> ABOUT_CALLED = Set.of(408, 480, 486, 487, 600);

    /** Causes of Q.850 beside which the caller's number may still be the reason: rejections, and such as say nothing. */
    private static final Set<Integer> LEAVE_IT_OPEN =
            Set.of(21, 29, 31, 50, 52, 55, 57, 63, 79, 87, 88, 95, 96, 100, 111, 127);

    private static final Pattern ABOUT_HIDING = Pattern.compile("anonym|withheld|private (number|call)|\\bclir\\b");

    /** Who does not log in is called anonymous as well. */
    private static final Pattern ABOUT_LOGIN = Pattern.compile(
            "anonymous[ _-]?(user|access|login|auth|regist|guest|endpoint|peer|request|sip|not|is|$)|guest");

    private static Kind kind(String id, int rfc, String section, String... more) {
        List<String> places = new ArrayList<>(List.of("refuser", "code"));
        places.addAll(List.of(more));
        return Kind.of(id, Weight.FAILURE, rfc, section, places.toArray(String[]::new));
    }

    @Override
    public List<Kind> kinds() {
        return List.of(
                ANONYMOUS,
                TAKEN_FOR_ANONYMOUS,
                ANONYMOUS_FORBIDDEN,
                FORWARDED,
                SAID,
                UNLIKE,
                OTHER_ACCOUNT,
                OTHER_ASSERTED);
    }

    @Override
    public Optional<Finding> judge(Refusal refusal, Case examined) {
        boolean elsewhere = ELSEWHERE.contains(refusal.status())
                || Blocked.byNetwork(refusal.response(), examined)
                || CallerIdentity.saysStale(refusal.response(), examined);
        return elsewhere
                ? Optional.empty()
                : refusal.request().flatMap(invite -> new Look(refusal, invite, examined).finding());
    }

    /** What a refuser says, and how sure it is that the number of the caller is meant. */
    private record Complaint(String text, Certainty certainty) {}

    /** One refusal beside the caller whom it refuses. */
    private static final class Look {

        private final Refusal refusal;
        private final Message invite;
        private final Case examined;
        private Caller caller;

        private Look(Refusal refusal, Message invite, Case examined) {
            this.refusal = refusal;
            this.invite = invite;
            this.examined = examined;
        }

        /** Most refusals are about something else, and for them the INVITE need not be read. */
        Optional<Finding> finding() {
            boolean disallowed = refusal.status() == ANONYMITY_DISALLOWED;
            boolean forbidden = refusal.status() == FORBIDDEN;
            // Where they are about the identity behind it, hiding the number is not what is wrong.
            Optional<String> hiding = said(text -> ABOUT_HIDING.matcher(text).find()
                    && !AssertedIdentity.NAMED.matcher(text).find());
            // A 400 may as well mean that the header is not well written.
            Certainty surest = refusal.status() == BAD_REQUEST ? Certainty.LIKELY : Certainty.CERTAIN;
            Optional<Complaint> words = said(ABOUT_CALLER)
                    .map(text -> new Complaint(text, surest))
                    .or(() -> maybe().map(text -> new Complaint(text, Certainty.LIKELY)));
            return disallowed || forbidden || hiding.isPresent() || words.isPresent()
                    ? finding(disallowed, forbidden, hiding, words)
                    : Optional.empty();
        }

        private Optional<Finding> finding(
                boolean disallowed, boolean forbidden, Optional<String> hiding, Optional<Complaint> words) {
            caller = Caller.of(invite, examined);
            if (caller.hidden().isPresent() && (disallowed || hiding.isPresent())) {
                boolean number = disallowed
                        || hiding.filter(text -> !ABOUT_LOGIN
                                        .matcher(text.toLowerCase(Locale.ROOT))
                                        .find())
                                .isPresent();
                return Optional.of(hidden(ANONYMOUS, number ? Certainty.CERTAIN : Certainty.LIKELY));
            }
            if (disallowed) {
                return Optional.of(about(TAKEN_FOR_ANONYMOUS, Certainty.LIKELY)
                        .with("from", name(caller.user()))
                        .found());
            }
            if (words.isEmpty() && !forbidden) {
                return Optional.empty();
            }
            return forwarded(words.isPresent())
                    .or(() -> words.map(told -> about(SAID, told.certainty())
                            .with("from", name(caller.user()))
                            .with("words", told.text())
                            .found()))
                    .or(this::byComparison);
        }

        private Optional<Finding> byComparison() {
            List<Call> passed = examined.circumstances().others().passed(examined.call());
            if (caller.hidden().isPresent()) {
                boolean others = passed.stream().anyMatch(call -> !CallNumber.nobody(call.from()));
                return Optional.of(hidden(ANONYMOUS_FORBIDDEN, others ? Certainty.LIKELY : Certainty.POSSIBLE));
            }
            if (passed.stream().anyMatch(call -> call.from().user().equals(caller.user()))) {
                return Optional.empty();
            }
            return passed.stream()
                    .filter(call -> call.to().user().equals(examined.call().to().user()))
                    .findFirst()
                    .map(call -> unlike(call, Certainty.LIKELY))
                    .or(this::otherAccount)
                    .or(() -> passed.stream()
                            .findFirst()
                            .filter(_ -> callers(passed) <= FEW_CALLERS)
                            .map(call -> unlike(call, Certainty.POSSIBLE)))
                    .or(this::otherAsserted);
        }

        /** Where everybody calls with a number of his own, nothing can be seen in it. */
        private static long callers(List<Call> passed) {
            return passed.stream().map(call -> call.from().user()).distinct().count();
        }

        private Optional<Finding> forwarded(boolean said) {
            return caller.diverters().stream()
                    .filter(diverter -> !diverter.equals(caller.user()))
                    .findFirst()
                    .map(diverter -> about(FORWARDED, said ? Certainty.LIKELY : Certainty.POSSIBLE)
                            .with("from", name(caller.user()))
                            .with("diverter", diverter)
                            .found());
        }

        private Optional<Finding> otherAccount() {
            return caller.account()
                    .filter(_ -> caller.otherAccount())
                    .map(account -> about(OTHER_ACCOUNT, Certainty.POSSIBLE)
                            .with("from", name(caller.user()))
                            .with("account", account)
                            .found());
        }

        private Optional<Finding> otherAsserted() {
            return caller.asserted()
                    .filter(_ -> caller.otherAsserted())
                    .map(asserted -> about(OTHER_ASSERTED, Certainty.POSSIBLE)
                            .with("from", name(caller.user()))
                            .with("asserted", asserted)
                            .found());
        }

        private Finding unlike(Call passed, Certainty certainty) {
            List<Message> proof = List.of(refusal.response(), invite, passed.opening());
            return about(UNLIKE, certainty)
                    .proof(proof)
                    .with("from", name(caller.user()))
                    .with("passed", name(passed.from().user()))
                    .found();
        }

        private Finding hidden(Kind kind, Certainty certainty) {
            return about(kind, certainty)
                    .with("sign", caller.hidden().orElseThrow())
                    .found();
        }

        private static Value name(String user) {
            return user.isEmpty() ? new Value.Unknown() : Value.of(user);
        }

        private Finding.Builder about(Kind kind, Certainty certainty) {
            return RefusalFinding.about(kind, certainty, refusal, examined).proof(refusal.response(), invite);
        }

        /** What may be about the caller, where nothing says that it is about the called one. */
        private Optional<String> maybe() {
            Optional<String> words = said(MAYBE_ABOUT_CALLER).or(() -> said(Look::fromRefused));
            boolean otherwise = words.isPresent()
                    && (ABOUT_CALLED.contains(refusal.status())
                            || refusal.attempt().ringing().isPresent()
                            || Causes.of(refusal.response(), examined)
                                    .filter(cause -> !LEAVE_IT_OPEN.contains(cause))
                                    .isPresent());
            return otherwise ? Optional.empty() : words;
        }

        private static boolean fromRefused(String text) {
            return FROM.matcher(text).find()
                    && NOT_ACCEPTED.matcher(text).find()
                    && !CAME_FROM_THERE.matcher(text).find();
        }

        private Optional<String> said(Pattern about) {
            return said(text -> about.matcher(text).find());
        }

        /** What the refuser says itself: in the phrase, a Warning or a Reason. */
        private Optional<String> said(Predicate<String> about) {
            SipMessage told = examined.read(refusal.response());
            return Stream.of(
                            Stream.of(told.phrase()),
                            told.warnings().stream().map(Warning::text),
                            told.reasons().stream().map(Reason::text))
                    .flatMap(texts -> texts)
                    .filter(text -> about.test(text.toLowerCase(Locale.ROOT)))
                    .findFirst();
        }
    }
}
