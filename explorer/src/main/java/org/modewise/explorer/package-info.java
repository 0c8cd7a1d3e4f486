/**
 * The spectral explorer: a server for one page, on which a field is painted and moves through time.
 *
 * <p>{@code message} reads what the page says, {@code scene} holds what it shows, {@code frame} makes what is sent, and
 * {@code training} runs networks; {@code PROTOCOL.md} beside the POM is the contract with the page.
 */
package org.modewise.explorer;
