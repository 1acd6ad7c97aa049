package kz.aryz.quickstart;

/** A failure whose message tells the user what happened and what to do; its stack trace tells them nothing more. */
public interface Explained {}
