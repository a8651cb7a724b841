namespace TrainingHub.Questions;

/// <summary>A picture of a question.</summary>
/// <param name="File">Lowercase hexadecimal SHA-256 of its bytes: a name that tells nothing.</param>
/// <param name="Type">Media type, <c>image/png</c> or <c>image/jpeg</c>.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Alt">What it shows, for who does not see it.</param>
public sealed record QuestionPicture(string File, string Type, int Width, int Height, string Alt);
