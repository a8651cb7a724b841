using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace TrainingHub.Storage;

/// <summary>Instants are UTC on both databases; SQLite hands <see cref="DateTime"/> back without a kind.</summary>
internal sealed class UtcDateTime() : ValueConverter<DateTime, DateTime>(
    value => value.Kind == DateTimeKind.Utc ? value : DateTime.SpecifyKind(value, DateTimeKind.Utc),
    value => DateTime.SpecifyKind(value, DateTimeKind.Utc));
