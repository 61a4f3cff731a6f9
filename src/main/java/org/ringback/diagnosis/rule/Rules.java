package org.ringback.diagnosis.rule;

import java.util.List;
import org.ringback.diagnosis.finding.Kind;

/** Every rule there is. */
public final class Rules {

    public static final List<Rule> ALL = List.of(
            new CanceledCall(),
            new UnansweredInvite(),
            new SilenceAfterTrying(),
            new UnansweredRequest(),
            new MissingAck(),
            new UnknownCall(),
            new CanceledTooLate(),
            new TerminatedWithoutCancel(),
            new Glare(),
            new TransferOutcome(),
            new ReplacedCall(),
            new EndedSubscription(),
            new ForkedCall(),
            new UnansweredCancel(),
            new RefusedAddress(),
            new RefusedMessage(),
            new ForwardingRefused(),
            new CallerNumber(),
            new RefusedSource(),
            new NumberFormat(),
            new DeclinedForAll(),
            new NobodyAnswered(),
            new Busy(),
            new RetryAfterIgnored(),
            new ExplainedRefusal(),
            new RefusedCall(),
            new Redirection(),
            new RefusedRequest(),
            new OpenChallenge(),
            new RefusedInside(),
            new RefusedCancel(),
            new PartOfCall(),
            new DamagedCapture(),
            new EncryptedLeg(),
            new NoTimes(),
            new RejectedLogin(),
            new MissingLogin(),
            new StaleNonce(),
            new ForbiddenAfterLogin(),
            new RegistrationLapse(),
            new RegistrationFlapping(),
            new OtherDevice(),
            new ShortRegistration(),
            new BriefInterval(),
            new PrivateContact(),
            new LostBinding(),
            new WrongPort(),
            new AlteredOnTheWay(),
            new TooLarge(),
            new NextHop(),
            new Loops(),
            new RouteSet(),
            new Tags(),
            new SequenceNumbers(),
            new Branches(),
            new ReusedCallId(),
            new MediaRefused(),
            new RefusedDetails(),
            new AgreedMedia(),
            new SecureAnswer(),
            new MediaLines(),
            new KeyPresses(),
            new AudioFlow(),
            new MediaAddress(),
            new EarlyMedia(),
            new CanceledInEarlyMedia(),
            new PostDialDelay(),
            new ReinviteRefused(),
            new ExtensionRefused(),
            new ReliableProvisional(),
            new SessionTimer(),
            new NetworkCause(),
            new ReasonOfBye(),
            new EndedAtOnce(),
            new CallerIdentity(),
            new Blocked());

    private Rules() {}

    /** Everything that may be found. */
    public static List<Kind> kinds() {
        return ALL.stream().flatMap(rule -> rule.kinds().stream()).toList();
    }
}
