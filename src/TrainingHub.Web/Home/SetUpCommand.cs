using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Hosting;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Home;

/// <summary>
/// <c>TrainingHub.Web setup --organization NAME --kind KIND --name NAME --staff-number NUMBER --phone PHONE</c>: begins an installation with
/// one's own data, without starting the application.
/// </summary>
internal static partial class SetUpCommand
{
    private const int Done = 0, Refused = 1, BadArguments = 2;

    /// <returns>0 when the installation has begun, 1 when it had begun before, 2 when something is missing or wrong; then nothing was changed.</returns>
    public static async Task<int> RunAsync(WebApplication app, SetUpArguments arguments)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var text = services.GetRequiredService<IStringLocalizer<HomeText>>();
        if (Faults(arguments, text, services).Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } faults)
        {
            Complain([text["SetUp_Wrong"], .. faults.Select(fault => $"  {fault}"), "", text["SetUp_Usage"]]);
            return BadArguments;
        }

        await DatabaseSetup.RunAsync(app.Services, CancellationToken.None);
        await services.GetRequiredService<PreparePositions>().RunAsync(CancellationToken.None);
        var root = Root(arguments, services.GetRequiredService<Ids>());
        switch (await services.GetRequiredService<BeginInstallation>().RunAsync(root, arguments.Person, arguments.Position, CancellationToken.None))
        {
            case BeginOutcome.Begun begun:
                Report(arguments, begun, text, services);
                return Done;
            case BeginOutcome.HasDataAlready:
                Complain([text["SetUp_HasData"]]);
                return Refused;
            default:
                throw new UnreachableException();
        }
    }

    private static NewOrganization Root(SetUpArguments arguments, Ids ids)
    {
        var organization = arguments.Organization;
        return new NewOrganization
        {
            Id = ids.Next(),
            Code = arguments.Code,
            Name = organization.Name,
            Kind = organization.Kind,
            RegionCode = organization.RegionCode,
            ProvinceShortName = organization.ProvinceShortName,
        };
    }

    /// <summary>The same rules as the forms have, each with the option that it is about.</summary>
    private static IEnumerable<string> Faults(SetUpArguments arguments, IStringLocalizer<HomeText> text, IServiceProvider services)
    {
        var missing = SetUpArguments.Needed.Where(option => arguments[option] is null).ToList();
        foreach (var option in missing)
        {
            yield return $"--{option}: {text["SetUp_Missing"]}";
        }

        var (organization, person) = (arguments.Organization with { From = Day.Beginning }, arguments.Person);
        var ofOrganizations = Of<OrganizationsText>(Shape(organization).Concat(organization.Faults()), OptionOfOrganization);
        var ofPeople = Of<PeopleText>(Shape(person).Concat(person.Faults()), OptionOfPerson);
        foreach (var (option, why) in ofOrganizations.Concat(ofPeople).Where(fault => !missing.Contains(fault.Option, StringComparer.Ordinal)))
        {
            yield return $"--{option}: {why}{(string.Equals(option, "kind", StringComparison.Ordinal) ? Choices<OrganizationKind>() : "")}";
        }

        if (arguments.Code is { } code && !CodeShape().IsMatch(code))
        {
            yield return $"--code: {text["SetUp_BadCode"]}";
        }

        if (arguments.Position is CorePosition.None)
        {
            yield return $"--position: {text["SetUp_BadPosition"]}{Choices<CorePosition>()}";
        }

        IEnumerable<(string Option, string Why)> Of<T>(IEnumerable<(string Field, string Key)> faults, Func<string, string> option) =>
            faults.Select(fault => (option(fault.Field), services.GetRequiredService<IStringLocalizer<T>>()[fault.Key].Value));
    }

    private static IEnumerable<(string Field, string Key)> Shape(object input)
    {
        List<ValidationResult> results = [];
        Validator.TryValidateObject(input, new ValidationContext(input), results, validateAllProperties: true);
        return results.Select(result => (result.MemberNames.First(), result.ErrorMessage ?? ""));
    }

    private static string OptionOfOrganization(string field) => field switch
    {
        nameof(OrganizationInput.Name) => "organization",
        nameof(OrganizationInput.RegionCode) => "region",
        nameof(OrganizationInput.ProvinceShortName) => "province",
        _ => "kind",
    };

    private static string OptionOfPerson(string field) => field switch
    {
        nameof(PersonInput.StaffNumber) => "staff-number",
        nameof(PersonInput.Phone) => "phone",
        _ => "name",
    };

    private static string Choices<T>() where T : struct, Enum => $" ({string.Join(", ", Enum.GetNames<T>().Except(["None", "All"], StringComparer.Ordinal))})";

    private static void Report(SetUpArguments arguments, BeginOutcome.Begun begun, IStringLocalizer<HomeText> text, IServiceProvider services)
    {
        var (person, slip) = (arguments.Person, begun.Slip);
        var address = services.GetRequiredService<PublicAddress>().OutsideRequests("account/activation");
        var until = DateOnly.FromDateTime(services.GetRequiredService<DayClock>().InZone(slip.ExpiresAt)).Written();
        Console.WriteLine(text["SetUp_Done", slip.Organization, begun.Code, slip.Name, person.StaffNumber ?? ""]);
        Console.WriteLine(text["SetUp_Next"]);
        Console.WriteLine();
        Console.WriteLine($"  {address}?code={slip.Code}");
        Console.WriteLine();
        Console.WriteLine(text["SetUp_Code", slip.Code, until]);
    }

    private static void Complain(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            Console.Error.WriteLine(line);
        }
    }

    [GeneratedRegex("^[A-Z0-9]{2,16}$", RegexOptions.None, 1000)]
    private static partial Regex CodeShape();
}
