package org.ringback.diagnosis.rule.refusal;

import java.util.List;
import org.ringback.diagnosis.rule.Rule;

/** The rules about requests that somebody refused. Among findings of the same weight, those of earlier ones come first. */
public final class RefusalRules {

    public static final List<Rule> ALL = List.of(
            new MessageAgain(),
            new RefusedAddress(),
            new RefusedMessage(),
            new ForwardingRefused(),
            new RedirectTargetRefused(),
            new AssertedIdentity(),
            new CallerNumber(),
            new RefusedSource(),
            new OtherDomain(),
            new NumberFormat(),
            new PortedNumber(),
            new EmergencyPrefix(),
            new DeclinedForAll(),
            new CalleeNotRegistered(),
            new FlowFailed(),
            new RestorationNeeded(),
            new HandoverRefused(),
            new HuntedInVain(),
            new NobodyAnswered(),
            new IntercomRefused(),
            new Busy(),
            new RetryAfterIgnored(),
            new RetriedLater(),
            new OtherLegDecides(),
            new RefusedCall(),
            new ForwardingCircle(),
            new Redirection(),
            new OwnSettings(),
            new RefusedRequest(),
            new NextHop(),
            new Loops(),
            new ExtensionRefused(),
            new ChannelsUsedUp(),
            new NetworkCause(),
            new CallerIdentity(),
            new Blocked(),
            new ExplainedRefusal());

    private RefusalRules() {}
}
