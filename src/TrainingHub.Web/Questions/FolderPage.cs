namespace TrainingHub.Questions;

/// <summary>One folder of a bank in which the reader writes.</summary>
/// <param name="Folder">As it is.</param>
/// <param name="Name">After the names of the folders it lies in.</param>
/// <param name="Unit">Name of the unit.</param>
/// <param name="Places">Folders into which it can be put.</param>
/// <param name="Below">How many folders lie in it, however deep.</param>
/// <param name="Questions">How many questions lie in it itself.</param>
/// <param name="IsInPrivate">Whether it lies in a folder that is not shared.</param>
public sealed record FolderPage(BankFolder Folder, string Name, string Unit, IReadOnlyList<(Guid Id, string Name)> Places, int Below, int Questions, bool IsInPrivate);
