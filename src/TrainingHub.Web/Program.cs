using TrainingHub.Account;
using TrainingHub.Certificates;
using TrainingHub.Completions;
using TrainingHub.Courses;
using TrainingHub.Coverage;
using TrainingHub.Home;
using TrainingHub.Hosting;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.People.Imports;
using TrainingHub.Practice;
using TrainingHub.Programmes;
using TrainingHub.Questions;
using TrainingHub.Questions.Imports;
using TrainingHub.Quizzes;
using TrainingHub.Quizzes.Regrades;
using TrainingHub.Records;
using TrainingHub.Sessions;
using TrainingHub.Standards;
using TrainingHub.Storage;
using TrainingHub.Verify;

// Operators' verbs; without one the application is served.
if (args is ["courses", "lint", .. var arguments])
{
    return CoursesLint.Run(arguments);
}

var setUp = args is ["setup", .. var wishes] ? SetUpArguments.Read(wishes) : null;
var isCheck = args is ["quizzes", "check", ..];
var isVerification = args is ["ledger", "verify", ..];
(string? folder, bool hasNames) = args is ["export", var named, ..] ? (named, args.Contains("--names", StringComparer.Ordinal)) : (null, false);
var (anchors, settings) = VerifyLedgerCommand.Read(isVerification ? args[2..] : []);
var builder = WebApplication.CreateBuilder(
    setUp is not null ? [.. setUp.Settings, "--Logging:LogLevel:Default=Warning"]
    : isCheck ? [.. args[2..], "--Logging:LogLevel:Default=Warning"]
    : folder is not null ? [.. args[2..].Where(argument => argument is not "--names"), "--Logging:LogLevel:Default=Warning"]
    : isVerification ? [.. settings, "--Logging:LogLevel:Default=Warning"]
    : args);

builder.AddStorage();
builder.AddHosting();
builder.AddAccounts();

builder.Services.AddOrganizations();
builder.Services.AddPeople();
builder.AddImports();
builder.Services.AddStandards();
builder.Services.AddQuestions();
builder.AddQuestionImports();
builder.Services.AddCourses();
builder.Services.AddPractice();
builder.Services.AddProgrammes();
builder.Services.AddRecords();
builder.Services.AddCoverage();
builder.Services.AddCertificates();
builder.Services.AddCompletions();
builder.Services.AddQuizzes();
builder.Services.AddSessions();
builder.Services.AddVerify();
builder.Services.AddHome();

var app = builder.Build();
if (setUp is not null)
{
    return await SetUpCommand.RunAsync(app, setUp);
}

if (isCheck)
{
    return await CheckPapersCommand.RunAsync(app);
}

if (folder is not null)
{
    return await ExportFactsCommand.RunAsync(app, folder, hasNames);
}

if (isVerification)
{
    return await VerifyLedgerCommand.RunAsync(app, anchors);
}

app.UseHosting();
app.MapStaticAssets().AllowAnonymous();
app.MapControllers();
app.MapAnswers();

await app.PrepareAsync();
await app.RunAsync();
return 0;
