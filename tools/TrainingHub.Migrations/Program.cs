using TrainingHub.Migrations;

const string Usage = "Usage: NAME to write a migration for both providers, --check to ask whether one is missing.";

if (args is ["--check"])
{
    var behind = MigrationTarget.All.Where(MigrationWriter.IsPending).ToList();
    foreach (var target in behind)
    {
        Console.WriteLine($"{target.Provider}: the model has changes without a migration.");
    }

    return behind.Count == 0 ? 0 : 1;
}

if (args is not [var name] || !name.All(char.IsLetterOrDigit) || !char.IsAsciiLetterUpper(name.FirstOrDefault()))
{
    Console.Error.WriteLine(Usage);
    Console.Error.WriteLine("A name says what changes, in one word: AddCampaigns.");
    return 2;
}

foreach (var target in MigrationTarget.All)
{
    Console.WriteLine(MigrationWriter.Write(target, name) is { } id
        ? $"{target.Provider}: wrote {id}"
        : $"{target.Provider}: nothing to write, the model has not changed.");
}

return 0;
