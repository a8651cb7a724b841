using System.Security.Cryptography;
using TrainingHub.Time;

namespace TrainingHub.Storage;

/// <summary>Ids from the clock, and short random codes for people.</summary>
public sealed class Ids(DayClock clock)
{
    // No 0 O 1 I L: read aloud, typed from paper.
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    /// <summary>A new id; later ids sort after earlier ones.</summary>
    public Guid Next() => Guid.CreateVersion7(new DateTimeOffset(clock.Now, TimeSpan.Zero));

    /// <summary>A random code of so many characters, about five bits each.</summary>
    public static string Code(int length) => RandomNumberGenerator.GetString(Alphabet, length);
}
