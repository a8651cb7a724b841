namespace TrainingHub.Records;

/// <param name="Hash">SHA-256 of the content, lower-case hex.</param>
/// <param name="Name">As it was sent.</param>
/// <param name="ContentType">By its content.</param>
/// <param name="Bytes">Of pictures only what is shown.</param>
public sealed record KeptProof(string Hash, string Name, string ContentType, byte[] Bytes);
