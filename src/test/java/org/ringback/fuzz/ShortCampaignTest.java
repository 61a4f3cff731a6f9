package org.ringback.fuzz;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The beginning of each campaign, always the same: nothing is thrown, and nothing hangs. */
class ShortCampaignTest {

    private static final int INPUTS = 60;

    @ParameterizedTest
    @MethodSource("org.ringback.fuzz.LongCampaigns#targets")
    @Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
    void aShortCampaignFindsNothing(String name) throws Throwable {
        FuzzTarget target = FuzzTarget.of(name);
        var mutations = new Mutations(target.seeds(), 3261);
        for (int i = 0; i < INPUTS; i++) {
            target.run(mutations.next());
        }
    }
}
