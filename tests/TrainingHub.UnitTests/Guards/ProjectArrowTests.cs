using System.Xml.Linq;

namespace TrainingHub.UnitTests.Guards;

public sealed class ProjectArrowTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["TrainingHub.Domain"] = [],
        ["TrainingHub.Courseware"] = ["TrainingHub.Domain"],
        ["TrainingHub.Documents"] = ["TrainingHub.Domain"],
        ["TrainingHub.Web"] = ["TrainingHub.Courseware", "TrainingHub.Documents", "TrainingHub.Domain", "TrainingHub.Seeds when '$(DemoWorlds)' == 'true'"],
        ["TrainingHub.Seeds"] = ["TrainingHub.Domain"],
    };

    [Fact]
    public void Projects_refer_to_each_other_as_drawn()
    {
        var arrows = Projects("src").Concat(Projects("seeds")).ToDictionary(project => project.Name, project => project.References);

        Assert.Equal(Allowed.Keys.Order(), arrows.Keys.Order());
        Assert.All(arrows, project => Assert.Equal(Allowed[project.Key], project.Value));
    }

    [Fact]
    public void Nothing_that_is_shipped_refers_to_tests_or_tools()
    {
        var behind = Projects("tests").Concat(Projects("tools")).Select(project => project.Name).ToList();

        Assert.NotEmpty(behind);
        Findings.AssertNone(Projects("src").Concat(Projects("seeds")).SelectMany(project => project.References).Intersect(behind));
    }

    [Fact]
    public void The_domain_needs_no_package()
    {
        var domain = XDocument.Load(Path.Combine(Repository.Root, "src/TrainingHub.Domain/TrainingHub.Domain.csproj"));

        Assert.Empty(domain.Descendants("PackageReference"));
        Assert.Empty(domain.Descendants("FrameworkReference"));
    }

    [Fact]
    public void Demo_worlds_are_built_in_debug_only_unless_asked_for()
    {
        var web = XDocument.Load(Path.Combine(Repository.Root, "src/TrainingHub.Web/TrainingHub.Web.csproj"));

        Assert.Equal("'$(DemoWorlds)' == '' and '$(Configuration)' == 'Debug'", Assert.Single(web.Descendants("DemoWorlds")).Attribute("Condition")?.Value);
    }

    private static IEnumerable<(string Name, List<string> References)> Projects(string folder) =>
        Repository.Files(folder, ".csproj").Select(file => (
            Path.GetFileNameWithoutExtension(file.Name),
            XDocument.Parse(file.Text).Descendants("ProjectReference").Select(NameOf).Order(StringComparer.Ordinal).ToList()));

    private static string NameOf(XElement reference)
    {
        var name = Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/'));
        return reference.Attribute("Condition") is { } condition ? $"{name} when {condition.Value}" : name;
    }
}
