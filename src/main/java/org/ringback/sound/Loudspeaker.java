package org.ringback.sound;

import java.util.Optional;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/** Plays sound on the loudspeaker of this machine, if it has one. */
public final class Loudspeaker {

    /** Where lines come from: those of the machine, or others in a test. */
    interface Lines {
        SourceDataLine line(AudioFormat format) throws LineUnavailableException;
    }

    private final Lines lines;

    /** That of this machine. */
    public Loudspeaker() {
        this(AudioSystem::getSourceDataLine);
    }

    Loudspeaker(Lines lines) {
        this.lines = lines;
    }

    /**
     * Begins to play, on a thread of its own.
     *
     * @param ended told when the sound has been heard to its end, not when it was stopped; on that thread
     * @return empty if there is no loudspeaker, or somebody else has it
     */
    public Optional<Playing> play(Sound sound, Runnable ended) {
        var format = new AudioFormat(sound.rate(), 16, sound.channels(), true, false);
        try {
            SourceDataLine line = lines.line(format);
            // A tenth of a second: so long it goes on after it was stopped.
            line.open(format, sound.rate() / 10 * format.getFrameSize());
            var playing = new Playing(sound, line, ended);
            Thread.ofPlatform().daemon().name("playing").start(playing::run);
            return Optional.of(playing);
        } catch (LineUnavailableException | IllegalArgumentException | SecurityException e) {
            return Optional.empty();
        }
    }
}
