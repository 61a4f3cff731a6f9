package org.ringback.reading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ringback.call.CallAssembler;
import org.ringback.capture.wire.Captured;
import org.ringback.sip.HeadReader;
import org.ringback.sip.MessageHead;

/**
 * Reads the heads of messages and gathers them into calls, on a thread of its own: so the file is read on meanwhile. Only
 * so many messages wait between the two, and none waits for others: who adds hands over what there is before the next part
 * of a file is read.
 */
final class Gathering implements AutoCloseable {

    private static final int BATCH = 512;
    private static final int MOST_WAITING = 32;
    /**
     * So many, and who reads the file reads the heads too: the two are about as much work, but it changes. Fewer, and the one
     * that gathers runs out of work whenever the other one is held up.
     */
    private static final int MANY_WAITING = 20;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("gathering").factory());
    private final ArrayDeque<Future<?>> waiting = new ArrayDeque<>();
    private final HeadReader heads = new HeadReader();
    /** For the thread that adds; strings are remembered for one thread. */
    private final HeadReader ownHeads = new HeadReader();

    private final CallAssembler calls = new CallAssembler();
    private List<Captured> batch = new ArrayList<>(BATCH);

    void add(Captured message) {
        batch.add(message);
        if (batch.size() == BATCH) {
            handOver();
        }
    }

    /** What was added so far is looked at from now on. */
    void handOver() {
        if (batch.isEmpty()) {
            return;
        }
        while (waiting.size() == MOST_WAITING
                || (!waiting.isEmpty() && waiting.peek().isDone())) {
            await(waiting.remove());
        }
        List<Captured> full = batch;
        batch = new ArrayList<>(BATCH);
        if (waiting.size() < MANY_WAITING) {
            waiting.add(thread.submit(() -> full.forEach(message -> calls.add(message, heads.read(message.bytes())))));
        } else {
            List<MessageHead> read = new ArrayList<>(full.size());
            full.forEach(message -> read.add(ownHeads.read(message.bytes())));
            waiting.add(thread.submit(() -> gather(full, read)));
        }
    }

    private void gather(List<Captured> messages, List<MessageHead> read) {
        for (int i = 0; i < messages.size(); i++) {
            calls.add(messages.get(i), read.get(i));
        }
    }

    void reached(long time) {
        handOver();
        waiting.add(thread.submit(() -> calls.reached(time)));
    }

    /** The calls of everything that was added; waits until all of it was looked at. */
    CallAssembler calls() {
        handOver();
        while (!waiting.isEmpty()) {
            await(waiting.remove());
        }
        return calls;
    }

    private static void await(Future<?> done) {
        try {
            done.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case Throwable failure -> throw new IllegalStateException(failure);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits for what is being looked at: afterwards nobody reads a message any more. */
    @Override
    public void close() {
        thread.shutdownNow();
        thread.close();
    }
}
