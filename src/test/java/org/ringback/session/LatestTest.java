package org.ringback.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of what is done again and again only the latest result is told; here whoever tests decides what ends when. */
class LatestTest {

    private final Deque<Runnable> threads = new ArrayDeque<>();
    private final Background background = new Background(Runnable::run, threads::add);
    private final Latest<String> latest = new Latest<>(background);
    private final List<String> told = new ArrayList<>();

    private void tell(JobResult<String> result) {
        result.ifDone(told::add);
    }

    @Test
    void anEarlierOneThatComesLaterIsNotTold() {
        latest.now(() -> "first", this::tell);
        latest.now(() -> "second", this::tell);

        threads.removeLast().run();
        threads.removeLast().run();

        assertThat(told).containsExactly("second");
        assertThat(background.workingProperty().get()).isZero();
    }

    @Test
    void whatWaitsBeginsAfterTheOneBeforeWasToldAndOfSeveralOnlyTheLast() {
        latest.next(() -> "first", this::tell);
        latest.next(() -> "second", this::tell);
        latest.next(() -> "third", this::tell);
        assertThat(threads).hasSize(1);

        threads.remove().run();
        assertThat(told).containsExactly("first");
        threads.remove().run();

        assertThat(told).containsExactly("first", "third");
        assertThat(threads).isEmpty();
        assertThat(background.workingProperty().get()).isZero();
    }

    @Test
    void whatIsAskedForWhileOneIsToldComesAfterWhatWaited() {
        latest.next(() -> "first", result -> {
            result.ifDone(told::add);
            latest.next(() -> "newest", this::tell);
        });
        latest.next(() -> "second", this::tell);

        while (!threads.isEmpty()) {
            threads.remove().run();
        }

        assertThat(told).containsExactly("first", "newest");
    }

    @Test
    void nothingIsToldOfWhatWasDroppedAndWhatIsAskedForThenIs() {
        latest.next(() -> "dropped", this::tell);
        latest.next(() -> "dropped as well", this::tell);
        latest.drop();
        latest.next(() -> "wanted", this::tell);

        while (!threads.isEmpty()) {
            threads.remove().run();
        }

        assertThat(told).containsExactly("wanted");
        latest.now(() -> "dropped", this::tell);
        latest.drop();
        threads.remove().run();
        assertThat(told).containsExactly("wanted");
    }

    @Test
    void afterAFailureTheNextOneIsDone() {
        List<JobResult<String>> results = new ArrayList<>();
        latest.next(
                () -> {
                    throw new InternalError("the file was made shorter");
                },
                results::add);
        latest.next(() -> "second", this::tell);
        threads.remove().run();
        threads.remove().run();

        assertThat(results).singleElement().isInstanceOf(JobResult.Failed.class);
        assertThat(told).containsExactly("second");
        assertThat(background.workingProperty().get()).isZero();
    }
}
