namespace TrainingHub.UnitTests.Guards;

/// <summary>The repository's own files, for tests that read the source instead of running it.</summary>
internal static class Repository
{
    private static readonly string[] NotOurs = ["bin", "obj", "node_modules", "lib", "Migrations"];

    public static string Root { get; } = FindRoot();

    /// <summary>Files below a folder, without what is built, fetched or generated.</summary>
    public static IEnumerable<SourceText> Files(string folder, params string[] extensions) =>
        Walk(new DirectoryInfo(Path.Combine(Root, folder)))
            .Where(file => extensions.Contains(file.Extension))
            .OrderBy(file => file.FullName, StringComparer.Ordinal)
            .Select(file => new SourceText(Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'), File.ReadAllText(file.FullName)));

    private static IEnumerable<FileInfo> Walk(DirectoryInfo folder) =>
        folder.EnumerateFiles().Concat(folder.EnumerateDirectories().Where(inner => !NotOurs.Contains(inner.Name)).SelectMany(Walk));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "TrainingHub.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("TrainingHub.sln is in no folder above the tests.");
    }
}
