package dev.perfbudget.runner.host;

/** Is told what forks do, on the thread that listens to them: it must not keep that waiting. */
public interface ForkObserver {

    /** Nobody. */
    ForkObserver NONE = new ForkObserver() {
        @Override
        public void ready(long pid) {}

        @Override
        public void measured(long pid) {}
    };

    /** A fork is alive and has not measured anything yet. */
    void ready(long pid);

    /** A fork has ended its last iteration. */
    void measured(long pid);
}
