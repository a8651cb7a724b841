using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TrainingHub.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddBankLists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_BankTags_Name_Kind",
                table: "BankTags");

            migrationBuilder.DropIndex(
                name: "IX_BankQuestions_OwnerId_UpdatedAt",
                table: "BankQuestions");

            migrationBuilder.AddColumn<bool>(
                name: "IsPrivate",
                table: "BankFolders",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "CountedCorrections",
                columns: table => new
                {
                    CorrectionId = table.Column<Guid>(type: "uuid", nullable: false),
                    LastAttemptId = table.Column<Guid>(type: "uuid", nullable: false),
                    IsDone = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CountedCorrections", x => x.CorrectionId);
                });

            migrationBuilder.CreateIndex(
                name: "IX_BankTags_Name_Kind_BankQuestionId",
                table: "BankTags",
                columns: new[] { "Name", "Kind", "BankQuestionId" });

            migrationBuilder.CreateIndex(
                name: "IX_BankQuestionVersions_Hash",
                table: "BankQuestionVersions",
                column: "Hash");

            migrationBuilder.CreateIndex(
                name: "IX_BankQuestions_OwnerId_QuestionId",
                table: "BankQuestions",
                columns: new[] { "OwnerId", "QuestionId" });

            migrationBuilder.CreateIndex(
                name: "IX_BankQuestions_List",
                table: "BankQuestions",
                columns: new[] { "OwnerId", "UpdatedAt", "Id", "Kind", "Status", "Use", "Difficulty", "FolderId", "Attention", "StandardSlug", "Edition", "ClauseNumber" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CountedCorrections");

            migrationBuilder.DropIndex(
                name: "IX_BankTags_Name_Kind_BankQuestionId",
                table: "BankTags");

            migrationBuilder.DropIndex(
                name: "IX_BankQuestionVersions_Hash",
                table: "BankQuestionVersions");

            migrationBuilder.DropIndex(
                name: "IX_BankQuestions_OwnerId_QuestionId",
                table: "BankQuestions");

            migrationBuilder.DropIndex(
                name: "IX_BankQuestions_List",
                table: "BankQuestions");

            migrationBuilder.DropColumn(
                name: "IsPrivate",
                table: "BankFolders");

            migrationBuilder.CreateIndex(
                name: "IX_BankTags_Name_Kind",
                table: "BankTags",
                columns: new[] { "Name", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_BankQuestions_OwnerId_UpdatedAt",
                table: "BankQuestions",
                columns: new[] { "OwnerId", "UpdatedAt" });
        }
    }
}
