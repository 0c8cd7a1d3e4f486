/**
 * Networks a tile of points at a time. Not for users.
 *
 * <p>A tile is {@link org.modewise.siren.engine.Tile#POINTS} points, and every quantity of a tile is a row: one number a
 * point, in an array of its own. HotSpot's compiler turns a loop into vector code if it is short and every access in it has
 * the same index, so everything here is a few loops over a few rows. A tile's rows stay in the first two caches from the
 * first layer to the last and back.
 *
 * <p>What travels through a layer is a jet: the value, and along each direction asked for the first, or the first and the
 * second derivative. Each of these is a channel.
 */
package org.modewise.siren.engine;
