namespace TrainingHub.Courseware.Exchange;

/// <summary>What is left of HTML.</summary>
/// <param name="Text">Plain text with line breaks.</param>
/// <param name="Pictures">Its pictures, in their order.</param>
/// <param name="Dropped">Names of what was left out that was more than layout: a script, a frame, a form.</param>
/// <param name="HasFormula">Whether it had a formula, whose meaning words alone do not keep.</param>
/// <param name="HasLanguages">Whether it stood in several languages, of which one was taken.</param>
internal sealed record PlainText(string Text, IReadOnlyList<FoundPicture> Pictures, IReadOnlyList<string> Dropped, bool HasFormula, bool HasLanguages);
