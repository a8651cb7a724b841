namespace TrainingHub.Courseware.Exchange;

/// <summary>What is left of HTML.</summary>
/// <param name="Text">Plain text with line breaks.</param>
/// <param name="Pictures">Addresses of its pictures, in their order.</param>
/// <param name="HadMore">Whether something was left out that was more than layout: a script, a frame, a form.</param>
internal sealed record PlainText(string Text, IReadOnlyList<string> Pictures, bool HadMore);
