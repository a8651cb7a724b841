using System.Security.Cryptography;

namespace TrainingHub.Storage;

/// <summary>Bytes of files of published courses and of pictures of questions, found by their SHA-256. Never changed.</summary>
public sealed class CourseFileContent
{
    public required string Hash { get; init; }
    public required byte[] Bytes { get; init; }

    /// <summary>Lowercase hexadecimal.</summary>
    public static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
