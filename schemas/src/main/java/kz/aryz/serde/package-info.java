/**
 * How values become bytes and back: Confluent's wire format, schema ids from a registry through exchangeable
 * serializer classes, and ids kept on disk for the hours when no registry answers.
 */
@NullMarked
package kz.aryz.serde;

import org.jspecify.annotations.NullMarked;
