namespace TrainingHub.Questions;

/// <summary>The folders of a bank.</summary>
/// <param name="OwnerId">The unit.</param>
/// <param name="Unit">Its name.</param>
/// <param name="Units">Names of all units whose banks the reader reads.</param>
/// <param name="MayEdit">Whether the reader writes in this bank.</param>
/// <param name="Folders">With the names of the folders they lie in.</param>
/// <param name="Counts">How many questions lie in each; folders without any are not in it.</param>
public sealed record FoldersPage(
    Guid OwnerId, string Unit, IReadOnlyList<string> Units, bool MayEdit, IReadOnlyList<(BankFolder Folder, string Name)> Folders, IReadOnlyDictionary<Guid, int> Counts);
