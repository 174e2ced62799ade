package dev.perfbudget.runner.host;

/** When a fork may run its next iteration. Both methods are called on the thread that talks to it. */
public interface Turns {

    /** A fork that does not take turns with any other. */
    Turns ALWAYS = new Turns() {
        @Override
        public void take() {}

        @Override
        public void leave() {}
    };

    /** The fork asks for its next turn, so its last one is over. Returns when it has it. */
    void take();

    /** The fork has ended, whatever it was doing. */
    void leave();
}
